import * as v from 'valibot';
import { DAY, type Instant } from '../time.ts';
import { type Message, messageKey } from './message.ts';

/** What somebody has allowed WeChat to send them of one template: one tap, one allowance, one message. */
export const Subscription = v.object({
  version: v.number(),
  /** How many messages are still allowed. */
  left: v.number(),
  /** The moments of the taps that were counted lately: a tap that is told again counts once. */
  taps: v.set(v.number()),
  /** Keys of the messages that took an allowance lately: a message that is delivered again takes one. */
  served: v.optional(v.set(v.string()), () => new Set<string>()),
  /** WeChat knew of no allowance where we counted one. */
  refused: v.optional(v.boolean()),
});
export type Subscription = v.InferOutput<typeof Subscription>;

/** How long taps and messages are remembered; the table tells of a change for a day. */
const LATELY = 2 * DAY;

/**
 * Counts the allowance of a tap. One that was counted changes nothing, nor one so old that whether it was is
 * forgotten: whoever tells of it by then has told it before. The order in which they come changes nothing either.
 */
export function allowOnce(current: Subscription | undefined, tap: Instant): Subscription {
  const { version, left, taps, served } = current ?? {
    version: 0,
    left: 0,
    taps: new Set(),
    served: new Set(),
  };
  if (current && (taps.has(tap) || tap <= Math.max(...taps) - LATELY)) return current;
  const since = tap - LATELY;
  return {
    version: version + 1,
    left: left + 1,
    taps: new Set([...taps].filter((moment) => moment > since)).add(tap),
    // A key begins with its message's moment.
    served: new Set([...served].filter((key) => Number.parseInt(key, 10) > since)),
  };
}

/** How many allowances are for messages later than this one: those of taps that came after it. */
export const reserved = ({ taps }: Subscription, message: Message): number =>
  [...taps].filter((tap) => tap > message.at).length;

/** Whether this message may take an allowance: it has had none, and one of a tap before it is left. */
export function mayRemind(subscription: Subscription | undefined, message: Message): boolean {
  if (!subscription || subscription.served.has(messageKey(message))) return false;
  return subscription.left > reserved(subscription, message);
}
