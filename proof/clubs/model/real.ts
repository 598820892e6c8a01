import { orgs } from '@niangjia/shared/cast';
import type { Club } from '@niangjia/shared/clubs/club';
import { type ClubsPolicy, firstClubsPolicy, type Grade } from '@niangjia/shared/clubs/policy';
import { misfit } from '@niangjia/shared/clubs/redemption';
import { firstFault } from '@niangjia/shared/clubs/replay';
import { expect } from 'vitest';
import type { Reply } from '../../../dev/api.ts';
import { personOf } from '../../../functions/accounts.ts';
import { getActivity } from '../../../functions/clubs/activities.ts';
import { redemptionFacts } from '../../../functions/clubs/facts.ts';
import { chainOf } from '../../../functions/clubs/ledgers.ts';
import { projectEntry } from '../../../functions/clubs/money/projectEntry.ts';
import { projectRedemption } from '../../../functions/clubs/money/projectRedemption.ts';
import { getRedemption } from '../../../functions/clubs/redemptions.ts';
import { putClubsPolicy } from '../../../functions/policies.ts';
import { newId } from '../../../functions/secrets.ts';
import { appoint } from '../../../functions/staff.ts';
import { type Plan, underFaults } from '../../layers/faults.ts';
import { shuffled } from '../../seeded.ts';
import { member } from '../../venues/house.ts';
import { type Actor, actingFor, staffActor } from '../../world.ts';
import { handOver, makeClub, reportedActivity } from '../world.ts';
import { A_YEAR, type Act, type Outcome, type World } from './rules.ts';

/** The functions themselves, asked through their contracts, in the terms of the model. */

const policy: ClubsPolicy = { ...firstClubsPolicy, aYear: A_YEAR };

export interface Staffed {
  readonly leaders: readonly Actor[];
  readonly reviewers: readonly Actor[];
  /** The second of them reviews, too. */
  readonly street: readonly Actor[];
  readonly finance: readonly Actor[];
}

/** Who does what; the policy has a smaller year. */
export async function staffed(): Promise<Staffed> {
  await putClubsPolicy(policy);
  const id = await personOf('clubs-model-both');
  await appoint(id, '某某', orgs.xicheng, ['clubReviewer', 'finance'], '工发〔2026〕5号');
  const both = { id, call: actingFor(id) };
  const [one, two, pays] = [
    await staffActor('fangling'),
    await staffActor('guohao'),
    await staffActor('majun'),
  ];
  const leaders = [await member(8_000), await member(8_001)];
  return { leaders, reviewers: [one, two], street: [one, both], finance: [pays, both] };
}

/** One run: a club of its own, and what the model's numbers are there. */
export interface Run {
  readonly people: Staffed;
  readonly club: Club;
  readonly run: number;
  readonly activities: Map<number, { id: string; seen: Grade | undefined }>;
  readonly redemptions: Map<number, string>;
  readonly weather: () => Plan;
  readonly random: () => number;
}
type Begun = Omit<Run, 'club' | 'activities' | 'redemptions'>;
export async function begun(run: Begun): Promise<Run> {
  const [first] = run.people.leaders;
  if (!first) throw new Error('nobody leads');
  return { ...run, club: await makeClub(first), activities: new Map(), redemptions: new Map() };
}

/** So many people at the district, and what that is by the table. */
export const sizes: readonly { people: number; grade: Grade | undefined; points: number }[] = [
  { people: 120, grade: 'A+', points: 100 },
  { people: 30, grade: 'A', points: 80 },
  { people: 10, grade: 'B', points: 60 },
  { people: 5, grade: 'C', points: 40 },
  { people: 4, grade: undefined, points: 0 },
];

/** An activity waits to be graded. */
export async function reported(run: Run, n: number, size: number, start: number): Promise<void> {
  const { people: headcount = 0, grade } = sizes[size % sizes.length] ?? {};
  const counted = { at: start, headcount, came: headcount, far: 0, denied: 0, anomalies: [] };
  const changed = { start, nature: 'district', counted } as const;
  const { id } = await reportedActivity(run.club, { people: 0, changed });
  run.activities.set(n, { id, seen: grade });
}

/** Somebody else leads the club from now on. */
export const led = ({ club, people }: Run, who: number): Promise<void> =>
  handOver(club, one(people.leaders, who));

const one = (of: readonly Actor[], who: number): Actor => {
  const found = of[who % of.length];
  if (!found) throw new Error('nobody');
  return found;
};

function request(
  run: Run,
  { do: what, n, who, points, yes }: Act,
  key: string,
): () => Promise<Reply<unknown>> {
  const { people, club: of, activities, redemptions } = run;
  const [activity, redemption] = [activities.get(n)?.id ?? newId(), redemptions.get(n) ?? newId()];
  const [club, keyed] = [of.id, { key }];
  const [reviewer, street, finance] = [
    one(people.reviewers, who),
    one(people.street, who),
    one(people.finance, who),
  ];
  const seen = activities.get(n)?.seen;
  switch (what) {
    case 'grade':
      return () => reviewer.call('gradeActivity', { activity, club, as: 'table', seen }, keyed);
    case 'void':
      return () => reviewer.call('voidActivity', { activity, words: '没有办' }, keyed);
    case 'reverse':
      return () => reviewer.call('reverseAward', { activity, words: '名单不实' }, keyed);
    case 'redeem':
      return () => one(people.leaders, who).call('redeemPoints', { club, points }, keyed);
    case 'review':
      return () => street.call('reviewRedemption', { redemption, approved: yes, words: '看过了' }, keyed);
    case 'pay':
      return () => finance.call('payRedemption', { redemption, voucher: '记-2026-12' }, keyed);
    case 'bounce':
      return () => finance.call('returnRedemption', { redemption, words: '户名不符' }, keyed);
    case 'refuse':
      return () => finance.call('refuseRedemption', { redemption, words: '账户不对' }, keyed);
    case 'repay':
      return () => finance.call('recordRepayment', { club, points, voucher: '收-2026-12' }, keyed);
  }
}

/** Sends until there is an answer: who is turned down for the moment, or hears nothing, sends the same again. */
async function insisting(run: Run, send: () => Promise<Reply<unknown>>): Promise<Reply<unknown>> {
  for (;;) {
    const { answer } = await underFaults(run.weather(), send);
    if (answer.status < 500 && answer.refusal?.code !== 'BUSY') return answer;
  }
}

/** Does it under the act's own key, and says what came of it, with the whole answer. */
export async function perform(run: Run, act: Act, key: number): Promise<{ outcome: Outcome; body: unknown }> {
  const send = request(run, act, `clubs-model-${run.run}-number-${key}`);
  const { status, body, refusal } = await insisting(run, send);
  if (status !== 200) return { outcome: refusal?.code ?? String(status), body: undefined };
  if (act.do === 'redeem') run.redemptions.set(act.n, (body as { id: string }).id);
  return { outcome: 'OK', body };
}

/** The stream tells of all that was written, twice and in any order. */
export async function hear(run: Run): Promise<void> {
  const chain = await chainOf(run.club.id);
  for (const entry of shuffled([...chain, ...chain], run.random)) await projectEntry(entry);
  for (const id of run.redemptions.values()) {
    const redemption = await getRedemption(id);
    if (redemption) await projectRedemption(redemption, Date.now());
  }
}

/** What is there: the chain, every entry of which follows, and the states of what was made, by their numbers. */
export async function read(run: Run) {
  const chain = await chainOf(run.club.id);
  expect(firstFault(run.club.id, chain, [policy])).toBeUndefined();
  const states = async (
    ids: ReadonlyMap<number, string>,
    stateOf: (id: string) => Promise<string | undefined>,
  ) => new Map(await Promise.all([...ids].map(async ([n, id]) => [n, await stateOf(id)] as const)));
  const activityIds = new Map([...run.activities].map(([n, { id }]) => [n, id]));
  const [activities, redemptions] = await Promise.all([
    states(activityIds, async (id) => (await getActivity(id))?.status),
    states(run.redemptions, async (id) => (await getRedemption(id))?.state),
  ]);
  return { chain, activities, redemptions };
}

/** The same in the terms of a world of the model. */
export function seen(
  { chain, activities, redemptions }: Awaited<ReturnType<typeof read>>,
  world: World,
): Omit<World, 'now' | 'leader'> {
  const { balance, owed, redeemed } = chain[chain.length - 1] ?? { balance: 0, owed: 0, redeemed: {} };
  return {
    ...{ balance, owed, redeemed, entries: chain.length },
    activities: world.activities.map((activity) => {
      const state = activities.get(activity.n);
      return { ...activity, state: state === 'reported' ? 'waiting' : state } as typeof activity;
    }),
    redemptions: world.redemptions.map((redemption) => {
      const state = redemptions.get(redemption.n);
      return { ...redemption, heard: state !== undefined, state: state ?? 'requested' };
    }),
  };
}

/** At the end: each hold has its redemption, the figures know where each is, and the statement says the same. */
export async function checkEnd(run: Run, world: World): Promise<void> {
  const chain = await chainOf(run.club.id);
  const released = new Set(chain.flatMap((entry) => (entry.kind === 'release' ? entry.redemption : [])));
  for (const entry of chain)
    if (entry.kind === 'hold')
      expect(
        misfit(entry, released.has(entry.redemption), await getRedemption(entry.redemption)),
      ).toBeUndefined();
  const years = [...new Set(world.redemptions.map(({ year }) => year))];
  const facts = (await redemptionFacts(years, run.club.org.path)).filter(({ club }) => club === run.club.id);
  const states = (list: readonly { state: string }[]) => list.map(({ state }) => state).sort();
  expect(states(facts)).toEqual(states(world.redemptions));
  const { body } = await one(run.people.leaders, world.leader).call('getStatement', { club: run.club.id });
  expect(body).toMatchObject({ balance: world.balance, owed: world.owed });
}
