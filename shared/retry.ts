import * as v from 'valibot';
import { Refusal } from './refusal.ts';
import { DAY, type Instant } from './time.ts';

/** A request as it is told apart from others: who sent it with which key, and a hash of what it said. */
export interface RequestMark {
  readonly key: string;
  readonly hash: string;
  /** Which submission it made, where it made one. */
  readonly round?: number;
}

/** An accepted write, kept on the item it changed. */
export const Accepted = v.object({
  key: v.string(),
  hash: v.string(),
  at: v.number(),
  round: v.optional(v.number()),
});
export type Accepted = v.InferOutput<typeof Accepted>;

/**
 * The earlier acceptance of this very request, if it was accepted within 24 hours.
 * The same key with another body is refused (KEY_REUSED). Source: the product's rule on retries.
 */
export function acceptedBefore(
  accepted: readonly Accepted[],
  request: RequestMark,
  now: Instant,
): Accepted | undefined {
  const earlier = accepted.find((entry) => entry.key === request.key && now - entry.at < DAY);
  if (earlier && earlier.hash !== request.hash) throw new Refusal('KEY_REUSED');
  return earlier;
}

/** The list with this request remembered and those older than 24 hours dropped; throws TOO_OFTEN past `most`. */
export function remember(
  accepted: readonly Accepted[],
  request: RequestMark,
  now: Instant,
  most: number,
): Accepted[] {
  const recent = accepted.filter((entry) => now - entry.at < DAY);
  if (recent.length >= most) throw new Refusal('TOO_OFTEN');
  return [...recent, { ...request, at: now }];
}
