import { ActivityFact, RedemptionFact } from '@niangjia/shared/clubs/figures';
import { yearOf } from '@niangjia/shared/clubs/ledger';
import type { OrgPath } from '@niangjia/shared/roles';
import { dayOf } from '@niangjia/shared/time';
import * as v from 'valibot';
import { ConditionFailed, type Item, putItem, queryAll } from '../table.ts';

/**
 * What figures are worked out from: a copy of each activity by the month of its start, and of each redemption by the
 * year in which it was asked for. The stream makes them whole, over older ones only, so that it may tell twice or late.
 */

const funnelOf = (month: string) => `FUNNEL#${month}`;
const redeemedOf = (year: string) => `REDEEMED#${year}`;

/** Writes a copy, unless there is a newer one. */
async function putNewer(item: Item & { version: number }): Promise<void> {
  try {
    await putItem(item, {
      ConditionExpression: 'attribute_not_exists(pk) OR #version < :version',
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: { ':version': item.version },
    });
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
  }
}

/** Copies an activity as far as the figures know it. */
export const putActivityFact = (fact: ActivityFact): Promise<void> =>
  putNewer({
    ...v.parse(ActivityFact, fact),
    pk: funnelOf(dayOf(fact.start).slice(0, 7)),
    sk: `${fact.org.path}#${fact.id}`,
  });

/** Copies a redemption as far as the figures know it. */
export const putRedemptionFact = (fact: RedemptionFact): Promise<void> =>
  putNewer({
    ...v.parse(RedemptionFact, fact),
    pk: redeemedOf(yearOf(fact.askedAt)),
    sk: `${fact.org.path}#${fact.id}`,
  });

const under = async (partitions: readonly string[], path: OrgPath): Promise<Item[]> => {
  const found = await Promise.all(
    partitions.map((partition) =>
      queryAll({
        KeyConditionExpression: 'pk = :partition AND begins_with(sk, :path)',
        ExpressionAttributeValues: { ':partition': partition, ':path': path },
      }),
    ),
  );
  return found.flat();
};

/** Activities that begin in some months (`YYYY-MM`), of a node and all below it; eventually consistent. */
export const activityFacts = async (months: readonly string[], path: OrgPath): Promise<ActivityFact[]> =>
  (await under(months.map(funnelOf), path)).map((item) => v.parse(ActivityFact, item));

/** Redemptions that were asked for in some years, of a node and all below it; eventually consistent. */
export const redemptionFacts = async (years: readonly string[], path: OrgPath): Promise<RedemptionFact[]> =>
  (await under(years.map(redeemedOf), path)).map((item) => v.parse(RedemptionFact, item));
