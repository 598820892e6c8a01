import { costAsIs, costUnder } from '@niangjia/shared/clubs/figures';
import { clubMoney } from '@niangjia/shared/clubs/moneyContract';
import { DAY, dayOf, type Instant } from '@niangjia/shared/time';
import { staffHandler } from '../../handler.ts';
import { clubsPolicy } from '../../policies.ts';
import { activityFacts } from '../facts.ts';
import { orgSubject } from '../orgSubject.ts';

/** The months (`YYYY-MM`) that lie between two moments, theirs with them. */
function monthsBetween(from: Instant, until: Instant): string[] {
  const months = new Set<string>();
  for (let at = from; at < until; at += 28 * DAY) months.add(dayOf(at).slice(0, 7));
  return [...months.add(dayOf(until).slice(0, 7))];
}

/** What a year's graded activities would have cost under other numbers: nothing is written. */
export const previewClubPolicy = staffHandler(clubMoney.previewClubPolicy, {
  subject: orgSubject,
  handle: async ({ input: { numbers }, subject: { org }, now }) => {
    const from = now - 365 * DAY;
    const [facts, policy] = await Promise.all([
      activityFacts(monthsBetween(from, now), org.path),
      clubsPolicy(now),
    ]);
    const graded = facts.filter(({ status, start }) => status === 'graded' && start >= from);
    return { from, until: now, did: costAsIs(graded, policy), would: costUnder(graded, numbers) };
  },
});
