import { byMonth, byUnion, funnel, ofYear, timeToMoney } from '@niangjia/shared/clubs/figures';
import { clubMoney } from '@niangjia/shared/clubs/moneyContract';
import { grantFor } from '@niangjia/shared/roles';
import { staffHandler } from '../../handler.ts';
import { activityFacts, redemptionFacts } from '../facts.ts';
import { orgSubject } from '../orgSubject.ts';
import { budgetsOf } from './budgets.ts';

/** As many unions are shown, those that spent most. */
const MOST = 200;

/** A year in figures, from the copies that the stream makes: what was asked for the year before may be paid in this. */
export const getClubFigures = staffHandler(clubMoney.getClubFigures, {
  subject: orgSubject,
  handle: async ({ input: { year }, subject: { org }, staff }) => {
    const months = Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`);
    const [activities, asked] = await Promise.all([
      activityFacts(months, org.path),
      redemptionFacts([String(Number(year) - 1), year], org.path),
    ]);
    const money = ofYear(asked, year);
    const all = byUnion(money);
    const unions = all.slice(0, MOST);
    const budgets = await budgetsOf([org.id, ...unions.map(({ id }) => id)], year);
    const sum = (of: 'paid' | 'promised') => all.reduce((total, union) => total + union[of], 0);
    return {
      org: { id: org.id, name: org.name },
      funnel: funnel(activities),
      clubs: new Set(activities.map(({ club }) => club)).size,
      points: activities.reduce(
        (total, { status, points = 0 }) => total + (status === 'graded' ? points : 0),
        0,
      ),
      toMoney: timeToMoney(money),
      budget: budgets.get(org.id),
      ...{ paid: sum('paid'), promised: sum('promised') },
      months: byMonth(money, year),
      unions: unions.map((union) => ({ ...union, budget: budgets.get(union.id) })),
      mayBudget: grantFor(staff, ['finance'], org.path) !== undefined,
    };
  },
});
