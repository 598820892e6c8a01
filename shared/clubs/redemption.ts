import * as v from 'valibot';
import { text } from '../bounds.ts';
import { OrgRef } from '../joining/session.ts';
import { Refusal, type RefusalCode } from '../refusal.ts';
import { Accepted, acceptedBefore, type RequestMark, remember } from '../retry.ts';
import { Role } from '../roles.ts';
import type { Instant } from '../time.ts';
import type { Entry } from './ledger.ts';

/**
 * A redemption: points of a club on their way to being money. `requested → reviewed → paid | refused`, and
 * `paid → returned → paid | cancelled`. Its points are held in the ledger from when it is asked for.
 * Source: the rules of clubs.
 */

/** What finance writes of a payment. */
export const Voucher = v.pipe(
  text(30),
  v.trim(),
  v.regex(/^[\w\u4e00-\u9fff〔〕()（）#/-]+$/, 'FORMAT'),
  v.minLength(3, 'TOO_SHORT'),
);

export const RedemptionState = v.picklist([
  'requested',
  'reviewed',
  'paid',
  'refused',
  'returned',
  'cancelled',
]);
export type RedemptionState = v.InferOutput<typeof RedemptionState>;

/** One step of its way. */
const Step = v.object({
  to: RedemptionState,
  by: v.string(),
  role: v.optional(Role),
  authority: v.optional(v.string()),
  at: v.number(),
  voucher: v.optional(v.string()),
  words: v.optional(v.string()),
});
export type Step = v.InferOutput<typeof Step>;

export const Redemption = v.object({
  id: v.string(),
  version: v.number(),
  club: v.object({ id: v.string(), name: v.string() }),
  org: OrgRef,
  /** Who asked: the leader of then. */
  leader: v.string(),
  points: v.number(),
  fen: v.number(),
  year: v.string(),
  askedAt: v.number(),
  /** The entry of the ledger that holds its points. */
  entry: v.number(),
  state: RedemptionState,
  steps: v.array(Step),
  accepted: v.array(Accepted),
});
export type Redemption = v.InferOutput<typeof Redemption>;

type Hold = Extract<Entry, { kind: 'hold' }>;

/** What the ledger's hold begins. */
export const requested = (
  { redemption, points, fen, year, at, seq, by }: Hold,
  club: Redemption['club'] & { readonly org: Redemption['org'] },
): Redemption => ({
  ...{ id: redemption, version: 1, club: { id: club.id, name: club.name }, org: club.org, leader: by },
  ...{ points, fen, year, askedAt: at, entry: seq, state: 'requested' },
  steps: [{ to: 'requested', by, at }],
  accepted: [],
});

/** What staff do with one. */
export type Act = 'review' | 'refuse' | 'pay' | 'return' | 'payAgain' | 'cancel';

const ways: Record<Act, { from: readonly RedemptionState[]; to: RedemptionState }> = {
  review: { from: ['requested'], to: 'reviewed' },
  refuse: { from: ['requested', 'reviewed'], to: 'refused' },
  pay: { from: ['reviewed'], to: 'paid' },
  return: { from: ['paid'], to: 'returned' },
  payAgain: { from: ['returned'], to: 'paid' },
  cancel: { from: ['returned'], to: 'cancelled' },
};

/** The role that each act takes: a reviewer of the street before, finance of the district after. */
export const roleFor = (act: Act, { state }: Pick<Redemption, 'state'>): 'clubReviewer' | 'finance' =>
  act === 'review' || (act === 'refuse' && state === 'requested') ? 'clubReviewer' : 'finance';

/** Whether its points come back with an act. */
export const releases = (act: Act): boolean => act === 'refuse' || act === 'cancel';

/** The step in which it was reviewed. */
export const reviewOf = ({ steps }: Pick<Redemption, 'steps'>): Step | undefined =>
  steps.find(({ to }) => to === 'reviewed');

/** Who acts, as what, and whether they lead the club now. */
export interface Acting {
  readonly by: string;
  readonly role: ReturnType<typeof roleFor>;
  readonly leads: boolean;
}

/**
 * Why somebody can't do this with it: never the leader, then or now, and never twice the same person; what is not
 * where their role has a say is somebody else's by now.
 */
export function whyNotAct(
  redemption: Pick<Redemption, 'state' | 'steps' | 'leader'>,
  act: Act,
  { by, role, leads }: Acting,
): RefusalCode | undefined {
  if (redemption.leader === by || leads) return 'OWN_CLUB';
  if (!ways[act].from.includes(redemption.state)) return 'REDEMPTION_CHANGED';
  if (roleFor(act, redemption) !== role) return 'REDEMPTION_CHANGED';
  return role === 'finance' && reviewOf(redemption)?.by === by ? 'SAME_PERSON' : undefined;
}

/** What is to be done next with one in each state; undefined when nothing is. */
export function nextAct({ state }: Pick<Redemption, 'state'>): Act | undefined {
  if (state === 'requested') return 'review';
  if (state === 'reviewed') return 'pay';
  if (state === 'paid') return 'return';
  return state === 'returned' ? 'payAgain' : undefined;
}

/** How many acts on one redemption count in a day. */
const ACTS_A_DAY = 20;

/** The redemption one step further. Throws what `whyNotAct` says; the same request again changes nothing. */
export function act(
  redemption: Redemption,
  what: Act,
  who: Omit<Step, 'to' | 'at' | 'role'> & Acting,
  request: RequestMark,
  now: Instant,
): Redemption {
  if (acceptedBefore(redemption.accepted, request, now)) return redemption;
  const { leads: _, ...step } = who;
  const why = whyNotAct(redemption, what, who);
  if (why) throw new Refusal(why);
  const { to } = ways[what];
  return {
    ...redemption,
    version: redemption.version + 1,
    state: to,
    steps: [...redemption.steps, { ...step, to, at: now }],
    // Which step the request has made, so that it is answered the same whatever comes after.
    accepted: remember(redemption.accepted, { ...request, round: redemption.steps.length }, now, ACTS_A_DAY),
  };
}

/** The state to which a request has led, whatever came after; undefined for one that was not accepted. */
export function ledTo(
  { accepted, steps }: Pick<Redemption, 'accepted' | 'steps'>,
  request: RequestMark,
  now: Instant,
): RedemptionState | undefined {
  const earlier = acceptedBefore(accepted, request, now);
  return steps[earlier?.round ?? -1]?.to;
}

/** When it was paid, the last time, with which voucher. */
export const paymentOf = ({ steps }: Pick<Redemption, 'steps'>): Step | undefined =>
  steps.filter(({ to }) => to === 'paid').pop();

/**
 * Why a redemption does not fit what the ledger holds for it: it is made of that hold, and the points came back exactly
 * where it ended without money. For replaying.
 */
export function misfit(
  hold: Pick<Hold, 'club' | 'seq' | 'points' | 'fen' | 'year'>,
  isReleased: boolean,
  redemption: Redemption | undefined,
): string | undefined {
  if (!redemption) return 'no redemption was made of it';
  const { club, entry, points, fen, year, state } = redemption;
  const isOfIt = club.id === hold.club && entry === hold.seq && points === hold.points;
  if (!isOfIt || fen !== hold.fen || year !== hold.year) return 'its redemption says something else';
  const endedWithout = state === 'refused' || state === 'cancelled';
  if (endedWithout && !isReleased) return `its redemption is ${state}, and the points did not come back`;
  return !endedWithout && isReleased ? `its redemption is ${state}, and the points came back` : undefined;
}
