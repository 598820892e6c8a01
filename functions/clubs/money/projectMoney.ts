import { isUndeclared } from '@niangjia/shared/clubs/activityRoom';
import type { Instant } from '@niangjia/shared/time';
import { policyVersions } from '../../policies.ts';
import type { Item } from '../../table.ts';
import { activityIn } from '../activities.ts';
import { putActivityFact } from '../facts.ts';
import { entryIn } from '../ledgers.ts';
import { redemptionIn } from '../redemptions.ts';
import { budgetIn } from './budgets.ts';
import { projectEntry } from './projectEntry.ts';
import { projectRedemption } from './projectRedemption.ts';
import { recordBudget, recordPolicy } from './recorded.ts';

/** What the stream makes of points and money: told twice or late it comes out the same. */
export async function projectMoney(item: Item, now: Instant): Promise<void> {
  const entry = entryIn(item);
  if (entry) await projectEntry(entry);
  const redemption = redemptionIn(item);
  if (redemption) await projectRedemption(redemption, now);
  const activity = activityIn(item);
  // What was never declared is nobody's.
  if (activity && !isUndeclared(activity)) {
    const { club, counted, result, ...fact } = activity;
    const { grade, points } = result ?? {};
    await putActivityFact({ ...fact, club: club.id, headcount: counted?.headcount, grade, points });
  }
  const policy = policyVersions.clubs.draftedIn(item);
  if (policy) await recordPolicy(policy);
  const budget = budgetIn(item);
  if (budget) await recordBudget(budget);
}
