import { Refusal } from '@niangjia/shared/refusal';
import type { Instant } from '@niangjia/shared/time';
import { dueAt } from '@niangjia/shared/venues/due';
import type { VenuesPolicy } from '@niangjia/shared/venues/policy';
import type { Room, SlotTime } from '@niangjia/shared/venues/room';
import { Place, Slot, untouched } from '@niangjia/shared/venues/slot';
import * as v from 'valibot';
import { order, PLACE, slotKey } from '../bookingsKnown.ts';
import {
  absent,
  atVersion,
  ConditionFailed,
  getItem,
  getItems,
  type Item,
  putItem,
  queryAll,
  queryItems,
  updateItem,
} from '../table.ts';

/**
 * Slots: one item each, a day of a room in one partition. A place is an attribute of its own, so that a
 * booking is one conditional update which needs to have read nothing.
 */

const placeName = (id: string) => `${PLACE}${id}`;

type At = Pick<Slot, 'room' | 'start' | 'end' | 'capacity'>;

/** How many partitions of the index hold what is due, so that a tick and a rush share none too hot. */
const DUE_SHARDS = 4;
const shardOf = (room: string) =>
  [...room].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % DUE_SHARDS;
const dueKey = (slot: Pick<Slot, 'room' | 'start'>, at: Instant) => ({
  gsi1pk: `DUE#${shardOf(slot.room)}`,
  gsi1sk: `${order(at)}#${slot.room}#${order(slot.start)}`,
});

// DynamoDB has no empty set.
const asSet = (ids: readonly string[]) => (ids.length > 0 ? new Set(ids) : undefined);

/** Stored as it is read by a condition: how many places are taken, and which bookings can't take one any more. */
function toItem(slot: Slot, policy: VenuesPolicy, now: Instant): Item {
  const { places, waiting, ended, void: gone, closed, ...rest } = v.parse(Slot, slot);
  const due = dueAt(slot, policy, now);
  return {
    ...rest,
    ...slotKey(slot.room, slot.start),
    ...Object.fromEntries(places.map(({ id, ...place }) => [placeName(id), place])),
    taken: places.length,
    waiting: waiting.length > 0 ? waiting : undefined,
    ended: ended.length > 0 ? ended : undefined,
    over: asSet([...gone, ...ended.map(({ id }) => id)]),
    closed: closed || undefined,
    ...(due === undefined ? {} : dueKey(slot, due)),
  };
}

/** The slot in an item; undefined for an item that is something else. */
export const slotIn = (item: Item): Slot | undefined =>
  String(item.sk).startsWith('SLOT#') ? fromItem(item) : undefined;

/**
 * `at` says how many the room takes now, where that is known, and when a slot of it would end; one that somebody
 * has ends when it was to end for them.
 */
function fromItem(item: Item, at: Partial<At> = {}): Slot {
  const places = Object.entries(item)
    .filter(([name]) => name.startsWith(PLACE))
    .map(([name, place]) => v.parse(Place, { ...(place as object), id: name.slice(PLACE.length) }));
  const ended = (item.ended ?? []) as Slot['ended'];
  const over = [...((item.over ?? new Set()) as Set<string>)];
  return v.parse(Slot, {
    capacity: 0,
    ...item,
    ...at,
    ...(places.length > 0 || item.waiting ? { end: item.end } : {}),
    places: places.sort((a, b) => a.at - b.at),
    waiting: item.waiting ?? [],
    ended,
    void: over.filter((id) => !ended.some((entry) => entry.id === id)),
    closed: item.closed ?? false,
  });
}

/** A slot as it is now; one that nobody has touched is not stored. */
export async function getSlot(at: At): Promise<Slot> {
  const item = await getItem(slotKey(at.room, at.start));
  return item ? fromItem(item, at) : untouched(at);
}

/** The slots of a room's day that somebody has touched; for showing, unless they are asked for as they are `now`. */
export async function slotsOfDay(room: string, day: string, as?: 'now'): Promise<Slot[]> {
  const items = await queryAll({
    ConsistentRead: as === 'now',
    KeyConditionExpression: 'pk = :day',
    ExpressionAttributeValues: { ':day': `ROOM#${room}#${day}` },
  });
  return items.map((item) => fromItem(item));
}

/** Those of some slots that somebody has touched; eventually consistent, for showing. */
export async function slotsAt(ats: readonly Pick<At, 'room' | 'start'>[]): Promise<Slot[]> {
  const items = ats.length > 0 ? await getItems(ats.map(({ room, start }) => slotKey(room, start))) : [];
  return items.map((item) => fromItem(item));
}

/**
 * Gives a place to a booking, or says what is there instead: one conditional update, which decides. It
 * goes to nobody when all are taken, when somebody waits, when the slot is closed, or when this very
 * booking is over already.
 */
export async function takePlace(
  at: At,
  { id, ...place }: Place,
  due: Instant | undefined,
): Promise<{ taken: boolean; slot: Slot }> {
  const listed =
    due === undefined ? '' : ', gsi1pk = if_not_exists(gsi1pk, :shard), gsi1sk = if_not_exists(gsi1sk, :due)';
  const { gsi1pk, gsi1sk } = due === undefined ? {} : dueKey(at, due);
  const names = {
    '#place': placeName(id),
    '#room': 'room',
    '#start': 'start',
    '#end': 'end',
    '#capacity': 'capacity',
    '#version': 'version',
    '#over': 'over',
    '#closed': 'closed',
  };
  try {
    const item = await updateItem(slotKey(at.room, at.start), {
      UpdateExpression: `SET #place = :place, #room = :room, #start = :start, #end = :end, #capacity = :capacity${listed} ADD taken :one, #version :one`,
      ConditionExpression:
        'attribute_not_exists(#place) AND (attribute_not_exists(taken) OR taken < :capacity) AND attribute_not_exists(waiting) AND attribute_not_exists(#closed) AND NOT contains(#over, :id)',
      ExpressionAttributeNames: names,
      ExpressionAttributeValues: {
        ':place': place,
        ':room': at.room,
        ':start': at.start,
        ':end': at.end,
        ':capacity': at.capacity,
        ':one': 1,
        ':id': id,
        ':shard': gsi1pk,
        ':due': gsi1sk,
      },
    });
    return { taken: true, slot: fromItem(item) };
  } catch (error) {
    if (!(error instanceof ConditionFailed) || !error.item) throw error;
    return { taken: false, slot: fromItem(error.item) };
  }
}

/** Whether a booking has its place; if not, makes sure that it never will. */
export async function standsOrNever(at: Omit<At, 'capacity'>, id: string): Promise<boolean> {
  const key = slotKey(at.room, at.start);
  const seen = await getItem(key);
  if (seen && placeName(id) in seen) return true;
  if (seen && ((seen.over ?? new Set()) as Set<string>).has(id)) return false;
  try {
    await updateItem(key, {
      UpdateExpression: 'SET #room = :room, #start = :start, #end = :end ADD #over :ids, #version :one',
      ConditionExpression: 'attribute_not_exists(#place)',
      ExpressionAttributeNames: {
        '#place': placeName(id),
        '#room': 'room',
        '#start': 'start',
        '#end': 'end',
        '#over': 'over',
        '#version': 'version',
      },
      ExpressionAttributeValues: {
        ':room': at.room,
        ':start': at.start,
        ':end': at.end,
        ':ids': new Set([id]),
        ':one': 1,
      },
    });
    return false;
  } catch (error) {
    if (error instanceof ConditionFailed) return true;
    throw error;
  }
}

const TRIES = 5;

/**
 * Writes what comes of a slot, again from what has come in between; the same slot back writes nothing. Where it was
 * read `asStored`, without its room, it may be of before its room was changed: what is there now says what it takes.
 */
export async function changeSlot(
  from: Slot,
  policy: VenuesPolicy,
  now: Instant,
  next: (slot: Slot) => Slot,
  asStored?: 'asStored',
): Promise<Slot> {
  let current = from;
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const after = next(current);
    if (after === current) return after;
    const written = { ...after, version: current.version + 1 };
    try {
      await putItem(
        toItem(written, policy, now),
        current.version === 0 ? absent : atVersion(current.version),
      );
      return written;
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
      const { room, start, end, capacity } = current;
      const at = { room, start, end, capacity };
      current = error.item ? fromItem(error.item, asStored ? {} : at) : untouched(at);
    }
  }
  throw new Refusal('BUSY');
}

/** Slots in which time has something to do by now, the longest due first; at most a page of each shard. */
export async function slotsDue(now: Instant): Promise<Slot[]> {
  const pages = Array.from({ length: DUE_SHARDS }, (_, shard) =>
    queryItems({
      IndexName: 'gsi1',
      KeyConditionExpression: 'gsi1pk = :shard AND gsi1sk < :now',
      ExpressionAttributeValues: { ':shard': `DUE#${shard}`, ':now': order(now + 1) },
      Limit: 100,
    }),
  );
  return (await Promise.all(pages)).flatMap(({ items }) => items.map((item) => fromItem(item)));
}

/**
 * Lists a slot as due when it is now, where that is not what the index says: a policy since may have put it off,
 * and what is due and never done would keep the rest from its page. Only as it was seen; who writes it lists it.
 */
export async function listAgain(slot: Slot, policy: VenuesPolicy, now: Instant): Promise<void> {
  const due = dueAt(slot, policy, now);
  const { gsi1pk, gsi1sk } = due === undefined ? {} : dueKey(slot, due);
  const listed = { ':shard': gsi1pk, ':due': gsi1sk };
  try {
    await updateItem(slotKey(slot.room, slot.start), {
      UpdateExpression: due === undefined ? 'REMOVE gsi1pk, gsi1sk' : 'SET gsi1pk = :shard, gsi1sk = :due',
      ConditionExpression: '#version = :seen',
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: { ':seen': slot.version, ...(due === undefined ? {} : listed) },
    });
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
  }
}

/** Where a slot is, for a room at a time. */
export const placeInTime = (room: Room, { start, end }: SlotTime): At => ({
  room: room.id,
  start,
  end,
  capacity: room.capacity,
});
