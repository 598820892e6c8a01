import { Refusal } from '@niangjia/shared/refusal';
import type { Instant } from '@niangjia/shared/time';
import { MINUTE } from '@niangjia/shared/time';
import { Venue } from '@niangjia/shared/venues/venue';
import * as v from 'valibot';
import {
  absent,
  ConditionFailed,
  getItem,
  type Item,
  putItem,
  queryItems,
  tableName,
  updateItem,
} from '../table.ts';
import { venueKey } from '../venueNames.ts';

/** Venues with their rooms: one item each. They change rarely, so a running function keeps them for a minute. */

const fromItem = (item: Item) => v.parse(Venue, item);

/** A venue as it is now, for who changes it. */
export async function getVenue(id: string): Promise<Venue | undefined> {
  const item = await getItem(venueKey(id));
  return item && fromItem(item);
}

/** Holds while a venue is as it was read. That it is settled since makes no version of it, but is another venue. */
const asRead = ({ version, settling }: Venue) => ({
  ConditionExpression: `#version = :version AND ${settling ? 'settling.due = :due' : 'attribute_not_exists(settling)'}`,
  ExpressionAttributeNames: { '#version': 'version' },
  ExpressionAttributeValues: { ':version': version, ':due': settling?.due },
});

/** Writes a venue: a new one, or what has come of `read`. Throws ConditionFailed with what is there instead. */
export async function putVenue(venue: Venue, read?: Venue): Promise<void> {
  const listed = { gsi1pk: 'VENUES', gsi1sk: venue.id };
  await putItem({ ...v.parse(Venue, venue), ...venueKey(venue.id), ...listed }, read ? asRead(read) : absent);
}

const CHANGES_AT_ONCE = 8;

/**
 * Writes what comes of a venue, also beside somebody who changes it at the same time, and returns it as it is
 * then. `next` returns what it was given where nothing changes.
 */
export async function changeVenue(
  seen: Venue,
  next: (venue: Venue) => Venue | Promise<Venue>,
): Promise<Venue> {
  let venue = seen;
  for (let attempt = 1; attempt <= CHANGES_AT_ONCE; attempt++) {
    const after = await next(venue);
    if (after === venue) return venue;
    const changed = { ...after, version: venue.version + 1 };
    try {
      await putVenue(changed, venue);
      return changed;
    } catch (error) {
      if (!(error instanceof ConditionFailed && error.item)) throw error;
      venue = fromItem(error.item);
    }
  }
  throw new Refusal('BUSY');
}

/** Writes a new venue, unless the same request has done so; returns what is there then. */
export async function openedVenue(venue: Venue): Promise<Venue> {
  try {
    await putVenue(venue);
    return venue;
  } catch (error) {
    if (error instanceof ConditionFailed && error.item) return fromItem(error.item);
    throw error;
  }
}

/** The venue in an item; undefined for an item that is something else. */
export const venueIn = (item: Item): Venue | undefined =>
  item.sk === venueKey('').sk && String(item.pk).startsWith(venueKey('').pk) ? fromItem(item) : undefined;

const SETTLING = 'SETTLING';
const order = (at: Instant) => String(at).padStart(15, '0');
const settlingKey = (id: string) => ({ ...venueKey(id), sk: SETTLING });

/** Notes when a venue is to be settled; noted before the change itself, so that no change is forgotten. */
export const noteSettling = (id: string, due: Instant): Promise<void> =>
  putItem({ ...settlingKey(id), gsi1pk: SETTLING, gsi1sk: `${order(due)}#${id}` });

/** Venues that are to be settled by now: a page, the longest due first. */
export async function settlingBy(now: Instant): Promise<{ id: string; noted: string }[]> {
  const { items } = await queryItems({
    IndexName: 'gsi1',
    KeyConditionExpression: 'gsi1pk = :settling AND gsi1sk < :now',
    ExpressionAttributeValues: { ':settling': SETTLING, ':now': order(now + 1) },
    Limit: 25,
  });
  return items.map(({ gsi1sk: noted }) => ({ id: String(noted).split('#')[1] ?? '', noted: String(noted) }));
}

async function unless(change: Promise<unknown>): Promise<void> {
  try {
    await change;
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
  }
}

/** Nothing is to be settled any more, unless that was noted anew. */
export const forgetSettling = (id: string, noted: string): Promise<void> =>
  unless(
    updateItem(settlingKey(id), {
      UpdateExpression: 'REMOVE gsi1pk, gsi1sk',
      ConditionExpression: 'gsi1sk = :noted',
      ExpressionAttributeValues: { ':noted': noted },
    }),
  );

/** The venue is settled: from now on what it has can be booked. It stays the version that its keepers know. */
export const endSettling = ({ id, settling }: Venue): Promise<void> =>
  unless(
    updateItem(venueKey(id), {
      UpdateExpression: 'REMOVE settling',
      ConditionExpression: 'settling.due = :due',
      ExpressionAttributeValues: { ':due': settling?.due },
    }),
  );

const KNOWN_FOR = MINUTE;
let known: { table: string; venues: Map<string, { venue: Venue; readAt: Instant }> } | undefined;

/** A venue as it was within the last minute. What must hold at once (a closed day) is on the slots themselves. */
export async function knownVenue(id: string, now: Instant): Promise<Venue | undefined> {
  if (known?.table !== tableName()) known = { table: tableName(), venues: new Map() };
  const seen = known.venues.get(id);
  if (seen && Math.abs(now - seen.readAt) < KNOWN_FOR) return seen.venue;
  const venue = await getVenue(id);
  if (venue) known.venues.set(id, { venue, readAt: now });
  return venue;
}

/** This function reads the venue anew: whoever changed what it shows sees that at once. */
export const seeVenueAnew = (id: string): void => {
  known?.venues.delete(id);
};

/** A page of the city's venues. */
export async function venuesOfCity(start: Item | undefined) {
  const { items, last } = await queryItems({
    IndexName: 'gsi1',
    KeyConditionExpression: 'gsi1pk = :venues',
    ExpressionAttributeValues: { ':venues': 'VENUES' },
    ExclusiveStartKey: start,
    Limit: 50,
  });
  return { venues: items.map(fromItem), last };
}
