import { dayOf, type Instant } from '@niangjia/shared/time';

/**
 * What points and money are by their rules, in the plainest way: one club in memory, one act after another. It shares
 * no code with what it judges. Activities, redemptions and people are numbers.
 */

export interface World {
  now: Instant;
  leader: number;
  balance: number;
  owed: number;
  /** In fen, by the year in which it was asked for. */
  redeemed: Record<string, number>;
  entries: number;
  activities: {
    n: number;
    day: string;
    points: number;
    state: 'waiting' | 'graded' | 'reversed' | 'voided';
  }[];
  redemptions: {
    n: number;
    points: number;
    year: string;
    state: string;
    reviewer: number;
    /** Whether the stream has made it yet. */
    heard: boolean;
  }[];
}
export type Outcome = string;

/** A few activities reach it, so that the limit is met: three hundred points. */
export const A_YEAR = 600_000;
const A_POINT = 2_000;

/** Of the street and of finance it is the second who is one and the same. */
const BOTH = 1;

export const emptyWorld = (now: Instant): World => ({
  ...{ now, leader: 0, balance: 0, owed: 0, redeemed: {}, entries: 0, activities: [], redemptions: [] },
});

export interface Act {
  readonly do: Do;
  /** Which activity or redemption, or the number of the one that it makes. */
  readonly n: number;
  /** Which of those who may do it. */
  readonly who: number;
  readonly points: number;
  readonly yes: boolean;
}

const yearOf = (now: Instant) => dayOf(now).slice(0, 4);
function comeIn(world: World, points: number): void {
  const setOff = Math.min(world.owed, points);
  world.owed -= setOff;
  world.balance += points - setOff;
  world.entries += 1;
}
const activityOf = ({ activities }: World, n: number) => activities.find((one) => one.n === n);
const redemptionOf = ({ redemptions }: World, n: number) =>
  redemptions.find((one) => one.n === n && one.heard);

type Redemption = World['redemptions'][number];
/** A step of a redemption by somebody of the street or of finance. */
function step(
  world: World,
  { n, who }: Act,
  ways: Partial<Record<string, string>>,
  then: (redemption: Redemption) => void = () => {},
): Outcome {
  const redemption = redemptionOf(world, n);
  if (!redemption) return 'NOT_FOUND';
  const to = ways[redemption.state];
  if (!to) return 'REDEMPTION_CHANGED';
  if (redemption.state !== 'requested' && redemption.reviewer === who && who === BOTH) return 'SAME_PERSON';
  redemption.state = to;
  then(redemption);
  return 'OK';
}
const giveBack = (world: World) => (redemption: Redemption) => {
  const { points, year } = redemption;
  comeIn(world, points);
  world.redeemed[year] = (world.redeemed[year] ?? 0) - points * A_POINT;
};

/** What each act does to the world, and what it is answered. */
export const rules = {
  grade(world: World, { n }: Act): Outcome {
    const activity = activityOf(world, n);
    if (activity?.state !== 'waiting') return 'ACTIVITY_DECIDED';
    const thatDay = world.activities.filter(
      ({ day, state, points }) => day === activity.day && state === 'graded' && points > 0,
    );
    if (thatDay.length > 0) return 'GRADED_THAT_DAY';
    activity.state = 'graded';
    if (activity.points > 0) comeIn(world, activity.points);
    return 'OK';
  },
  void(world: World, { n }: Act): Outcome {
    const activity = activityOf(world, n);
    if (activity?.state !== 'waiting') return 'ACTIVITY_DECIDED';
    activity.state = 'voided';
    return 'OK';
  },
  reverse(world: World, { n }: Act): Outcome {
    const activity = activityOf(world, n);
    if (activity?.state !== 'graded' || activity.points === 0) return 'NOT_GRADED';
    const taken = Math.min(world.balance, activity.points);
    activity.state = 'reversed';
    world.balance -= taken;
    world.owed += activity.points - taken;
    world.entries += 1;
    return 'OK';
  },
  redeem(world: World, { n, who, points }: Act): Outcome {
    const [year, fen] = [yearOf(world.now), points * A_POINT];
    if (who !== world.leader) return 'NOT_FOUND';
    if (points % 100 !== 0) return 'REDEEM_HUNDREDS';
    if (points > world.balance) return 'POINTS_SHORT';
    if ((world.redeemed[year] ?? 0) + fen > A_YEAR) return 'YEAR_CAP';
    world.balance -= points;
    world.redeemed[year] = (world.redeemed[year] ?? 0) + fen;
    world.entries += 1;
    world.redemptions.push({ n, points, year, state: 'requested', reviewer: -1, heard: false });
    return 'OK';
  },
  review(world: World, act: Act): Outcome {
    const agree = (redemption: Redemption) => {
      redemption.reviewer = act.who;
    };
    if (act.yes) return step(world, act, { requested: 'reviewed' }, agree);
    return step(world, act, { requested: 'refused' }, giveBack(world));
  },
  pay: (world: World, act: Act): Outcome => step(world, act, { reviewed: 'paid', returned: 'paid' }),
  bounce: (world: World, act: Act): Outcome => step(world, act, { paid: 'returned' }),
  refuse: (world: World, act: Act): Outcome =>
    step(world, act, { reviewed: 'refused', returned: 'cancelled' }, giveBack(world)),
  repay(world: World, { points }: Act): Outcome {
    if (points > world.owed) return 'NOT_OWED';
    world.owed -= points;
    world.entries += 1;
    return 'OK';
  },
};
export type Do = keyof typeof rules;
