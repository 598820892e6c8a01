import { RecordOrg } from '@niangjia/shared/audit/record';
import { Refusal } from '@niangjia/shared/refusal';
import { Role } from '@niangjia/shared/roles';
import * as v from 'valibot';
import { absent, atVersion, ConditionFailed, getItem, getItems, type Item, putItem } from '../../table.ts';

/** What an org means to spend on clubs in a year, in fen: one item an org and year. */

const Budget = v.object({
  org: RecordOrg,
  year: v.string(),
  version: v.number(),
  fen: v.number(),
  /** Who set it, and what it was before. */
  set: v.object({
    by: v.string(),
    role: Role,
    authority: v.string(),
    at: v.number(),
    before: v.optional(v.number()),
  }),
});
export type Budget = v.InferOutput<typeof Budget>;

const keyOf = (org: string, year: string) => ({ pk: `BUDGET#${org}`, sk: year });
const fromItem = (item: Item) => v.parse(Budget, item);

/** The budget in a changed item; undefined for one that is something else. */
export const budgetIn = (item: Item): Budget | undefined =>
  String(item.pk).startsWith('BUDGET#') ? fromItem(item) : undefined;

/** What one batch read takes. */
const MOST = 100;

/** Budgets of some orgs in a year, by org; eventually consistent, for showing. */
export async function budgetsOf(orgs: readonly string[], year: string): Promise<Map<string, number>> {
  const wanted = [...new Set(orgs)];
  const batches = Array.from({ length: Math.ceil(wanted.length / MOST) }, (_, i) =>
    getItems(wanted.slice(i * MOST, (i + 1) * MOST).map((org) => keyOf(org, year))),
  );
  const items = (await Promise.all(batches)).flat().map(fromItem);
  return new Map(items.map(({ org, fen }) => [org.id, fen]));
}

const TRIES = 4;

/** Sets a budget; the same again writes nothing. */
export async function setBudget(
  wanted: Pick<Budget, 'org' | 'year' | 'fen'>,
  set: Omit<Budget['set'], 'before'>,
): Promise<void> {
  const key = keyOf(wanted.org.id, wanted.year);
  let item = await getItem(key);
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const before = item && fromItem(item);
    if (before?.fen === wanted.fen) return;
    const { version = 0, fen } = before ?? {};
    const after: Budget = { ...wanted, version: version + 1, set: { ...set, before: fen } };
    try {
      await putItem({ ...v.parse(Budget, after), ...key }, before ? atVersion(version) : absent);
      return;
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
      item = error.item;
    }
  }
  throw new Refusal('BUSY');
}
