import { orgs } from '@niangjia/shared/cast';
import { firstClubsPolicy } from '@niangjia/shared/clubs/policy';
import { DAY } from '@niangjia/shared/time';
import { newKey } from '../../dev/api.ts';
import { askedRedemption, clubWithPoints, owingClub } from '../clubs/world.ts';
import { member } from '../venues/house.ts';
import { type Actor, staffActor } from '../world.ts';
import type { Scenario } from './stage.ts';

/** The situations in which points and money take another way through their calls. */

const { version: _version, effectiveFrom: _from, ...numbers } = firstClubsPolicy;
const voucher = '记-2026-12';

/** A redemption that came so far, with those who decide on it. */
async function underWay(to: 'requested' | 'reviewed' | 'paid' | 'returned') {
  const leader = await member(73);
  const club = await clubWithPoints(leader, 100);
  const redemption = await askedRedemption(leader, club.id);
  const [reviewer, finance] = [await staffActor('fangling'), await staffActor('majun')];
  const way = [
    () => reviewer.call('reviewRedemption', { redemption, approved: true }),
    () => finance.call('payRedemption', { redemption, voucher }),
    () => finance.call('returnRedemption', { redemption, words: '户名不符' }),
  ];
  for (const step of way.slice(0, ['requested', 'reviewed', 'paid', 'returned'].indexOf(to))) await step();
  return { redemption, reviewer, finance };
}

type UnderWay = Awaited<ReturnType<typeof underWay>>;
type Keyed = { key: string };
const does = (
  title: string,
  from: Parameters<typeof underWay>[0],
  act: (the: UnderWay, keyed: Keyed) => ReturnType<Awaited<ReturnType<Scenario['prepare']>>>,
): Scenario => ({
  title,
  prepare: async () => {
    const the = await underWay(from);
    const key = newKey();
    return () => act(the, { key });
  },
});

const redeems = (title: string, before: (leader: Actor, club: string) => Promise<unknown>): Scenario => ({
  title,
  prepare: async () => {
    const leader = await member(74);
    const { id: club } = await clubWithPoints(leader, 300);
    await before(leader, club);
    const key = newKey();
    return () => leader.call('redeemPoints', { club, points: 100 }, { key });
  },
});

const agrees = ({ reviewer, redemption }: UnderWay, keyed: Keyed) =>
  reviewer.call('reviewRedemption', { redemption, approved: true }, keyed);
const declines = ({ reviewer, redemption }: UnderWay, keyed: Keyed) =>
  reviewer.call('reviewRedemption', { redemption, approved: false, words: '账户不对' }, keyed);
const pays = ({ finance, redemption }: UnderWay, keyed: Keyed) =>
  finance.call('payRedemption', { redemption, voucher }, keyed);
const refuses = ({ finance, redemption }: UnderWay, keyed: Keyed) =>
  finance.call('refuseRedemption', { redemption, words: '账户不对' }, keyed);
const returns = ({ finance, redemption }: UnderWay, keyed: Keyed) =>
  finance.call('returnRedemption', { redemption, words: '户名不符' }, keyed);

export const clubMoneyScenarios = {
  redeemPoints: [
    redeems('for the first time', async () => {}),
    redeems('beside another', (leader, club) => askedRedemption(leader, club)),
  ],
  reviewRedemption: [does('agrees', 'requested', agrees), does('refuses', 'requested', declines)],
  payRedemption: [does('for the first time', 'reviewed', pays), does('again', 'returned', pays)],
  refuseRedemption: [
    does('what was reviewed', 'reviewed', refuses),
    does('what came back', 'returned', refuses),
  ],
  returnRedemption: [does('what was paid', 'paid', returns)],
  recordRepayment: [
    {
      title: 'of a part',
      prepare: async () => {
        const { id: club } = await owingClub(await member(75));
        const [finance, key] = [await staffActor('majun'), newKey()];
        return () => finance.call('recordRepayment', { club, points: 40, voucher }, { key });
      },
    },
  ],
  draftClubPolicy: [
    {
      title: 'the second',
      prepare: async () => {
        const [admin, key] = [await staffActor('zhenghua'), newKey()];
        const effectiveFrom = Date.now() + 2 * DAY;
        const input = { org: orgs.city.id, after: 1, effectiveFrom, numbers };
        return () => admin.call('draftClubPolicy', input, { key });
      },
    },
  ],
  setClubBudget: [
    {
      title: 'for the first time',
      prepare: async () => {
        const finance = await staffActor('majun');
        const input = { org: orgs.xicheng.id, year: '2026', fen: 10_000_000 };
        return () => finance.call('setClubBudget', input);
      },
    },
  ],
} satisfies Record<string, readonly Scenario[]>;
