import { Entry, emptyLedger, type State } from '@niangjia/shared/clubs/ledger';
import type { Instant } from '@niangjia/shared/time';
import * as v from 'valibot';
import { absent, getItem, type Item, type Operation, putItem, queryAll, queryItems } from '../table.ts';

/**
 * Ledgers of clubs: one item an entry, put only where there is none of its number. So whoever writes number n + 1
 * has seen that n is the last, however old their reading was: what they decided from it holds, or is not written.
 */

const PREFIX = 'LEDGER#';
const keyOf = ({ club, seq }: Pick<Entry, 'club' | 'seq'>) => ({
  pk: `CLUB#${club}`,
  sk: PREFIX + String(seq).padStart(9, '0'),
});
const fromItem = (item: Item) => v.parse(Entry, item);

/** The entry in a changed item. */
export const entryIn = (item: Item): Entry | undefined =>
  String(item.sk).startsWith(PREFIX) && String(item.pk).startsWith('CLUB#') ? fromItem(item) : undefined;

const latestFirst = (club: string) => ({
  KeyConditionExpression: 'pk = :club AND begins_with(sk, :ledger)',
  ExpressionAttributeValues: { ':club': `CLUB#${club}`, ':ledger': PREFIX },
  ScanIndexForward: false,
});

/** A club's ledger as it was read: what holds, and the latest entries, the last first. */
export interface Ledger {
  readonly state: State;
  readonly entries: readonly Entry[];
  /** Whether its first entry is among them. */
  readonly whole: boolean;
}

/** As many as are read at once: entries of a day or two, at half a unit. */
const PAGE = 6;

/** Entries follow one another; pages that were read from copies of different age may leave some out between them. */
const hasGap = (entries: readonly Entry[]) =>
  entries.some(({ seq }, i) => i > 0 && seq !== (entries[i - 1]?.seq ?? 0) - 1);

/** What holds now, and the entries since a moment, the latest first, with at least the last one. */
export async function ledgerSince(
  club: string,
  since: Instant,
  as: 'now' | 'read' = 'read',
): Promise<Ledger> {
  const entries: Entry[] = [];
  let start: Item | undefined;
  do {
    const page = await queryItems({
      ...latestFirst(club),
      ConsistentRead: as === 'now',
      ExclusiveStartKey: start,
      Limit: PAGE,
    });
    entries.push(...page.items.map(fromItem));
    start = page.last;
  } while (start && (entries[entries.length - 1]?.at ?? 0) >= since);
  if (as === 'read' && hasGap(entries)) return ledgerSince(club, since, 'now');
  return { state: entries[0] ?? emptyLedger(club), entries, whole: !start };
}

/** The latest entries alone, of a ledger of which it is not known yet how far back it matters. */
export const latestOf = (club: string, as: 'now' | 'read' = 'read'): Promise<Ledger> =>
  ledgerSince(club, Number.POSITIVE_INFINITY, as);

/** Whether what was read reaches back to a moment. */
export const reaches = ({ entries, whole }: Ledger, since: Instant): boolean =>
  whole || (entries[entries.length - 1]?.at ?? 0) < since;

/** One entry by its number, also when it was written only now. */
export async function getEntry(club: string, seq: number): Promise<Entry | undefined> {
  const item = await getItem(keyOf({ club, seq }));
  return item && fromItem(item);
}

/** A page of a club's entries, the latest first; for showing. */
export async function entriesOf(club: string, start: Item | undefined, size = 50) {
  const { items, last } = await queryItems({
    ...latestFirst(club),
    ExclusiveStartKey: start,
    Limit: size,
  });
  return { entries: items.map(fromItem), last };
}

/** The whole chain, the first first: for replaying it. */
export async function chainOf(club: string): Promise<Entry[]> {
  const items = await queryAll({ ...latestFirst(club), ScanIndexForward: true, ConsistentRead: true });
  return items.map(fromItem);
}

const toItem = (entry: Entry): Item => ({ ...v.parse(Entry, entry), ...keyOf(entry) });

/** Writes an entry alone; throws ConditionFailed where there is one of its number. */
export const putEntry = (entry: Entry): Promise<void> => putItem(toItem(entry), absent);

/** Part of a transaction: an entry. */
export const entryPut = (entry: Entry): Operation => ({ Put: { Item: toItem(entry), ...absent } });
