import { report } from '@niangjia/shared/clubs/holding';
import { firstClubsPolicy } from '@niangjia/shared/clubs/policy';
import { DAY, dayOf, HOUR, instantOf, MINUTE } from '@niangjia/shared/time';
import type { Reply } from '../../dev/api.ts';
import { changeActivity, getActivity } from '../../functions/clubs/activities.ts';
import { tick } from '../../functions/clubs/tick.ts';
import { metered } from '../../functions/cost.ts';
import { letClockGo, setClock } from '../clock.ts';
import { codeOf, planOf } from '../clubs/acts.ts';
import { gradedActivity, handedOn, makeClub } from '../clubs/world.ts';
import { none, underFaults } from '../layers/faults.ts';
import { member } from '../venues/house.ts';
import { staffActor } from '../world.ts';
import type { Figure } from './figure.ts';
import type { Measured } from './operations.ts';

/** What a club costs: from an activity that is declared to its points, and from points to money. */

// Write units, read units, round trips one after another.
const most = (writes: number, reads: number, trips: number) => ({ writes, reads, trips });
const HERE = { latitude: 39.9401, longitude: 116.3701 };

/** Measures each step once, of a club with so many entries in its ledger, for people numbered from `first`. */
export async function clubOperations(first: number, size: string, entries = 4): Promise<Measured[]> {
  const figures: Measured[] = [];
  const table = `One operation of clubs, with ${size} items in the table: units and round trips`;
  const note = (
    name: string,
    budget: Figure['budget'],
    measured: Figure['measured'],
    calls: Measured['calls'],
  ) => figures.push({ feature: 'clubs', table, name, measured, budget, calls, person: '' });
  async function measure<T>(name: string, budget: Figure['budget'], request: () => Promise<Reply<T>>) {
    const { answer, calls } = await underFaults(none, request);
    if (answer.status !== 200) throw new Error(`${name}: ${JSON.stringify(answer.body)}`);
    note(name, budget, { ...answer.cost }, calls);
    return answer.body;
  }
  async function time(name: string, now: number) {
    setClock(now);
    const { answer, calls } = await underFaults(none, () =>
      metered(async (cost) => {
        await tick(now);
        return { ...cost };
      }),
    );
    note(name, undefined, { ...answer }, calls);
  }
  const [leader, other, third] = [await member(first), await member(first + 1), await member(first + 2)];
  const [one, two, finance] = await Promise.all([
    staffActor('fangling'),
    staffActor('guohao'),
    staffActor('majun'),
  ]);
  const today = instantOf(dayOf(Date.now()), '12:00');
  // What a club has earned before is older than a request is remembered.
  setClock(today - 60 * DAY);
  const club = await makeClub(leader);
  for (let i = 0; i < entries; i++) await gradedActivity(club, 100);
  setClock(today);
  await leader.call('getStatement', { club: club.id });

  const plan = planOf({ nature: 'acrossUnions' });
  const { id: activity } = await measure('declare an activity', undefined, () =>
    leader.call('declareActivity', { club: club.id, ...plan }),
  );
  await measure('agree to an activity', undefined, () =>
    one.call('decideActivity', { activity, approved: true }),
  );
  await measure('sign up', undefined, () => other.call('signUp', { activity }));
  setClock(plan.start);
  const code = await codeOf(leader, activity);
  const checkIn = { code, ...HERE };
  await measure('check in, signed up', undefined, () => other.call('checkInToActivity', checkIn));
  await measure('check in, not signed up', undefined, () => third.call('checkInToActivity', checkIn));
  for (let i = 3; i < 13; i++) await (await member(first + i)).call('checkInToActivity', checkIn);
  setClock(plan.end + HOUR);
  const held = await getActivity(activity);
  if (!held) throw new Error('no activity');
  const request = { key: 'bench', hash: 'bench' };
  await changeActivity(held, firstClubsPolicy, (now) => report(now, firstClubsPolicy, request, Date.now()));
  const asking = instantOf(dayOf(plan.end + DAY), '09:00');
  await time('time: ask twelve people', asking);
  await measure('say that one was there', undefined, () =>
    other.call('sayPresence', { activity, was: true }),
  );
  await time('time: count twelve people', asking + DAY + 2 * MINUTE);
  setClock(asking + DAY + 3 * MINUTE);
  const { attendees } = await measure('open what was counted', undefined, () =>
    one.call('getKeptActivity', { activity }),
  );
  const [{ id: attendee } = { id: '' }] = attendees;
  await measure('strike somebody out', undefined, () =>
    one.call('strikeAttendee', { activity, attendee, struck: true }),
  );
  await measure('settle what is odd', undefined, () =>
    one.call('settleAnomalies', { activity, words: '同时到的，打电话问过了' }),
  );
  await measure('grade, with the award', most(5, 3.5, 2), () =>
    one.call('gradeActivity', { activity, club: club.id, as: 'table', seen: 'C' }),
  );
  const redeem = () => leader.call('redeemPoints', { club: club.id, points: 100 });
  const { id: redemption } = await measure('redeem', most(3, 2, 2), redeem);
  const { id: refused } = (await redeem()).body;
  await handedOn(club.id);
  await measure('the statement', undefined, () => leader.call('getStatement', { club: club.id }));
  await measure('review a redemption', undefined, () =>
    two.call('reviewRedemption', { redemption, approved: true }),
  );
  await measure('pay it', undefined, () =>
    finance.call('payRedemption', { redemption, voucher: '记-2026-12' }),
  );
  await measure('refuse a redemption, with its points', undefined, () =>
    two.call('reviewRedemption', { redemption: refused, approved: false, words: '账户不对' }),
  );
  await measure('take an award back', undefined, () =>
    one.call('reverseAward', { activity, words: '名单不实' }),
  );
  letClockGo();
  return figures;
}
