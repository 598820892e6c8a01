import * as v from 'valibot';
import { Browser } from './browser.ts';
import { PAIRING_LIFE } from './pairing.ts';
import { HOUR, type Instant, MINUTE } from './time.ts';

/** How long a web sign-in lasts: a working day at a desk. */
const LIFE = 12 * HOUR;
/** How many a person has at once; the oldest gives way. */
const MOST = 5;
/** How long the renewal before this one still counts, for a page whose answer was lost. */
const GRACE = 2 * MINUTE;

/** Somebody of the staff signed in on a web page. */
export const WebSignIn = v.object({
  id: v.string(),
  browser: Browser,
  since: v.number(),
  /** How often it was renewed. The page's renewal secret names the turn it is for, and is good once. */
  turn: v.number(),
  renewedAt: v.number(),
  /** One that has ended is kept as long as its pairing could begin it again. */
  endedAt: v.optional(v.number()),
});
export type WebSignIn = v.InferOutput<typeof WebSignIn>;
type All = readonly WebSignIn[];

/** When a sign-in ends by itself. */
export const endsAt = ({ since }: Pick<WebSignIn, 'since'>): Instant => since + LIFE;

const asEnded = (signIn: WebSignIn, now: Instant): WebSignIn => ({
  ...signIn,
  endedAt: signIn.endedAt ?? now,
});
const isLive = (signIn: WebSignIn, now: Instant) => signIn.endedAt === undefined && now < endsAt(signIn);

/** Those that are good now, the latest first. */
export function live(all: All, now: Instant): WebSignIn[] {
  return all.filter((signIn) => isLive(signIn, now)).reverse();
}

/** The sign-in of this id, as long as it is good. */
export function liveOne(all: All, id: string, now: Instant): WebSignIn | undefined {
  return all.find((signIn) => signIn.id === id && isLive(signIn, now));
}

/**
 * Signs in once more; the same id again changes nothing, not even when it has ended meanwhile. Past the
 * most a person may have, the oldest ends.
 */
export function begin(all: All, { id, browser }: Pick<WebSignIn, 'id' | 'browser'>, now: Instant): All {
  if (all.some((signIn) => signIn.id === id)) return all;
  const begun: WebSignIn = { id, browser, since: now, turn: 0, renewedAt: now };
  const stay = live(all, now).slice(0, MOST - 1);
  const ended = all.filter((signIn) => !stay.includes(signIn) && now - signIn.since < PAIRING_LIFE);
  return [...ended.slice(-MOST).map((signIn) => asEnded(signIn, now)), ...stay.reverse(), begun];
}

/** Ends one, or all without an id; what has ended stays as it is. */
export function end(all: All, id: string | undefined, now: Instant): All {
  const ends = (signIn: WebSignIn) => isLive(signIn, now) && (id === undefined || signIn.id === id);
  return all.some(ends) ? all.map((signIn) => (ends(signIn) ? asEnded(signIn, now) : signIn)) : all;
}

/**
 * Goes on with the renewal secret of a turn. This turn's moves on to the next; that of the turn before
 * changes nothing for a short while, since an answer may have been lost; any older one has been used, so
 * two hold it and one of them stole it: the sign-in ends.
 */
export function renew(all: All, { id, turn }: Pick<WebSignIn, 'id' | 'turn'>, now: Instant): All {
  const signIn = liveOne(all, id, now);
  if (!signIn) return all;
  if (turn !== signIn.turn) {
    const lost = turn === signIn.turn - 1 && now - signIn.renewedAt < GRACE;
    return lost ? all : end(all, id, now);
  }
  const renewed = { ...signIn, turn: turn + 1, renewedAt: now };
  return all.map((one) => (one === signIn ? renewed : one));
}
