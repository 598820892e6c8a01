import { Belonging, Club, type ClubState } from '@niangjia/shared/clubs/club';
import { Refusal } from '@niangjia/shared/refusal';
import type { Instant } from '@niangjia/shared/time';
import * as v from 'valibot';
import {
  absent,
  atVersion,
  ConditionFailed,
  countItems,
  getItem,
  getItems,
  type Item,
  type Operation,
  putItem,
  queryItems,
  queryPage,
  transact,
} from './table.ts';

/**
 * Clubs and who is in them: one item a club, listed by its state and its union's place in the tree; one a member and
 * club, by which people find theirs. Venues ask it too: a club has a standing place like any group.
 */

const keyOf = (id: string) => ({ pk: `CLUB#${id}`, sk: 'CLUB' });
const fromItem = (item: Item) => v.parse(Club, item);
const toItem = (club: Club): Item => ({
  ...v.parse(Club, club),
  ...keyOf(club.id),
  gsi1pk: `CLUBS#${club.state}`,
  gsi1sk: `${club.org.path}#${club.id}`,
});

/** The club in a changed item; undefined for one that is something else. */
export const clubIn = (item: Item): Club | undefined => (item.sk === 'CLUB' ? fromItem(item) : undefined);

/** A club as it is now, or as it was a moment ago. */
export async function getClub(id: string, options?: { eventual: true }): Promise<Club | undefined> {
  const item = await getItem(keyOf(id), options);
  return item && fromItem(item);
}

/** What one batch read takes. */
const BATCH = 100;

/** Several clubs, eventually consistent, for showing. */
export async function clubsAt(ids: readonly string[]): Promise<Club[]> {
  const wanted = [...new Set(ids)];
  const batches = Array.from({ length: Math.ceil(wanted.length / BATCH) }, (_, i) =>
    getItems(wanted.slice(i * BATCH, (i + 1) * BATCH).map(keyOf)),
  );
  return (await Promise.all(batches)).flat().map(fromItem);
}

/** Writes a club that is new, with its leader in it and what else hangs on that; where it is there, gives that. */
export async function putClub(club: Club, beside: readonly Operation[] = []): Promise<Club> {
  const belonging: Belonging = { club: club.id, person: club.leader, since: club.since };
  try {
    await transact([
      { Put: { Item: toItem(club), ...absent } },
      { Put: { Item: belongingItem(belonging) } },
      ...beside,
    ]);
    return club;
  } catch (error) {
    if (error instanceof ConditionFailed && error.position === 0 && error.item) return fromItem(error.item);
    throw error;
  }
}

const TRIES = 4;

/** What else is written in the same moment: who is in the club from then on, and what hangs on what it has become. */
interface Beside {
  readonly entering?: Belonging | undefined;
  readonly alike?: (after: Club) => Promise<readonly Operation[]>;
}

/** Writes what comes of a club, again from what has come in between; the very same club back writes nothing. */
export async function changeClub(
  seen: Club,
  next: (club: Club) => Club,
  { entering, alike }: Beside = {},
): Promise<Club> {
  let current = seen;
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const after = next(current);
    if (after === current) return after;
    const unchanged = atVersion(current.version);
    try {
      const more = [
        ...(entering ? [{ Put: { Item: belongingItem(entering) } }] : []),
        ...((await alike?.(after)) ?? []),
      ];
      if (more.length > 0) await transact([{ Put: { Item: toItem(after), ...unchanged } }, ...more]);
      else await putItem(toItem(after), unchanged);
      return after;
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
      // Of something beside it: that is asked anew.
      if (error.position > 0) continue;
      if (!error.item) throw error;
      current = fromItem(error.item);
    }
  }
  throw new Refusal('BUSY');
}

/** A page of the clubs in a state, of a node and all below it, by their unions; for showing. */
export async function clubsIn(
  state: v.InferOutput<typeof ClubState>,
  path: string,
  start: Item | undefined,
  size = 50,
): Promise<{ clubs: Club[]; last: Item | undefined }> {
  const { items, last } = await queryItems({
    IndexName: 'gsi1',
    KeyConditionExpression: 'gsi1pk = :state AND begins_with(gsi1sk, :path)',
    ExpressionAttributeValues: { ':state': `CLUBS#${state}`, ':path': path },
    ExclusiveStartKey: start,
    Limit: size,
  });
  return { clubs: items.map(fromItem), last };
}

/** Half of what a list shows, since a page that is filtered may be nearly twice as long. */
const AROUND = 25;

/** A page of the clubs that go on, of a node and all below it, of one category or all; for showing. */
export async function clubsAround(
  path: string,
  category: Club['category'] | undefined,
  start: Item | undefined,
): Promise<{ clubs: Club[]; last: Item | undefined }> {
  const { items, last } = await queryPage(
    {
      IndexName: 'gsi1',
      KeyConditionExpression: 'gsi1pk = :active AND begins_with(gsi1sk, :path)',
      ...(category ? { FilterExpression: 'category = :category' } : {}),
      ExpressionAttributeValues: {
        ...{ ':active': 'CLUBS#active', ':path': path },
        ...(category ? { ':category': category } : {}),
      },
      ExclusiveStartKey: start,
    },
    AROUND,
  );
  return { clubs: items.map(fromItem), last };
}

const BELONGING = 'MEMBER#';
const belongingKey = (club: string, person: string) => ({ pk: `CLUB#${club}`, sk: BELONGING + person });
const belongingItem = (belonging: Belonging): Item => ({
  ...v.parse(Belonging, belonging),
  ...belongingKey(belonging.club, belonging.person),
  // Who left finds it in a list of their own.
  gsi1pk: `${belonging.left === undefined ? 'CLUBBER' : 'WASCLUBBER'}#${belonging.person}`,
  gsi1sk: belonging.club,
});

/** The belonging in a changed item. */
export const belongingIn = (item: Item): Belonging | undefined =>
  String(item.sk).startsWith(BELONGING) && String(item.pk).startsWith('CLUB#')
    ? v.parse(Belonging, item)
    : undefined;

/** Somebody's place in a club; undefined for who is not in it. */
export async function belongingOf(club: string, person: string): Promise<Belonging | undefined> {
  const item = await getItem(belongingKey(club, person));
  const belonging = item && v.parse(Belonging, item);
  return belonging?.left === undefined ? belonging : undefined;
}

/** Somebody is in a club from now on; who is in it already stays since when they are. */
export async function enterClub(club: string, person: string, now: Instant): Promise<void> {
  if (await belongingOf(club, person)) return;
  await putItem(belongingItem({ club, person, since: now }));
}

/** Somebody is in a club no more. Twice is once. */
export async function quitClub(club: string, person: string, now: Instant): Promise<void> {
  const belonging = await belongingOf(club, person);
  if (belonging) await putItem(belongingItem({ ...belonging, left: now }));
}

/** The clubs somebody is in, at most a page; for showing. */
export async function clubsWith(person: string): Promise<Club[]> {
  const { items } = await queryItems({
    IndexName: 'gsi1',
    KeyConditionExpression: 'gsi1pk = :person',
    ExpressionAttributeValues: { ':person': `CLUBBER#${person}` },
    Limit: 60,
  });
  return clubsAt(items.map(({ gsi1sk }) => String(gsi1sk)));
}

/** Somebody's places in clubs, those that they left too, at most so many of either; for showing. */
export async function belongingsOf(person: string, most: number): Promise<Belonging[]> {
  const lists = ['CLUBBER', 'WASCLUBBER'].map((list) =>
    queryItems({
      IndexName: 'gsi1',
      KeyConditionExpression: 'gsi1pk = :person',
      ExpressionAttributeValues: { ':person': `${list}#${person}` },
      Limit: most,
    }),
  );
  const items = (await Promise.all(lists)).flatMap((list) => list.items);
  return items.map((item) => v.parse(Belonging, item));
}

const MEMBERS = {
  KeyConditionExpression: 'pk = :club AND begins_with(sk, :members)',
  FilterExpression: 'attribute_not_exists(#left)',
  ExpressionAttributeNames: { '#left': 'left' },
};
const membersOfClub = (club: string) => ({
  ...MEMBERS,
  ExpressionAttributeValues: { ':club': `CLUB#${club}`, ':members': BELONGING },
});

/** A page of who is in a club; for showing. */
export async function belongingsIn(club: string, start: Item | undefined) {
  const { items, last } = await queryItems({ ...membersOfClub(club), ExclusiveStartKey: start, Limit: 50 });
  return { belongings: items.map((item) => v.parse(Belonging, item)), last };
}

/** How many are in a club, up to what one page counts (some five thousand); for showing. */
export const countMembers = (club: string): Promise<number> => countItems(membersOfClub(club));
