import { type Approval, tooFast } from '@niangjia/shared/audit/pace';
import { RecordOrg } from '@niangjia/shared/audit/record';
import type { JoiningPolicy } from '@niangjia/shared/joining/policy';
import type { OrgPath } from '@niangjia/shared/roles';
import { DAY, dayOf, type Instant, instantOf } from '@niangjia/shared/time';
import * as v from 'valibot';
import { decidedBy, type ListedDecision, openedBy } from '../../entries.ts';
import { absent, ConditionFailed, type Item, putItem, queryItems } from '../../table.ts';

/**
 * Days on which a reviewer may have approved too fast at a union. A mark says no more than that it is
 * worth looking: the figures are worked out from the records when somebody looks, so that marking again,
 * late or in another order comes out the same.
 */

const Mark = v.object({ by: v.string(), day: v.string(), org: RecordOrg });

const isApproval = ({ kind, to }: ListedDecision) => kind === 'application' && to === 'approved';
export const paceOf = ({ fastPeople: people, fastWithin: within }: JoiningPolicy) => ({ people, within });

/** Marks the day of an approval when those around it came too fast, whether or not the cases were opened before. */
export async function markIfFast(record: ListedDecision, policy: JoiningPolicy): Promise<void> {
  if (!isApproval(record)) return;
  const { by, at, org } = record;
  const { fastWithin } = policy;
  const around = await decidedBy(by, at - fastWithin, at + fastWithin);
  if (tooFast(around.filter(isApproval), paceOf(policy)).length === 0) return;
  const day = dayOf(at);
  const mark: Item = {
    ...v.parse(Mark, { by, day, org }),
    pk: `PACE#${by}`,
    sk: `${day}#${org.id}`,
    gsi1pk: 'PACES',
    gsi1sk: `${org.path}#${day}#${by}`,
  };
  try {
    await putItem(mark, absent);
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
  }
}

/** A page of the marks at a node and below it, union by union, latest day first. */
export async function marksAt(path: OrgPath, start: Item | undefined) {
  const { items, last } = await queryItems({
    IndexName: 'gsi1',
    KeyConditionExpression: 'gsi1pk = :paces AND begins_with(gsi1sk, :path)',
    ExpressionAttributeValues: { ':paces': 'PACES', ':path': path },
    ScanIndexForward: false,
    ExclusiveStartKey: start,
    Limit: 25,
  });
  return { marks: items.map((item) => v.parse(Mark, item)), last };
}

/** A reviewer's approvals of a day at a node and below it, with when they had opened each case. */
export async function approvalsOf(
  by: string,
  day: string,
  path: OrgPath,
): Promise<(Approval & { readonly org: v.InferOutput<typeof RecordOrg> })[]> {
  const from = instantOf(day, '00:00');
  const here = ({ org }: { org: { path: OrgPath } }) => org.path.startsWith(path);
  const [decisions, disclosures] = await Promise.all([
    decidedBy(by, from, from + DAY),
    openedBy(by, from, from + DAY),
  ]);
  const openings = new Map<string, Instant[]>();
  for (const { person, at } of disclosures) openings.set(person, [...(openings.get(person) ?? []), at]);
  return decisions
    .filter((decision) => isApproval(decision) && here(decision))
    .map(({ person, at, org }) => ({
      at,
      org,
      openedAt: openings
        .get(person)
        ?.filter((opened) => opened <= at)
        .at(-1),
    }));
}
