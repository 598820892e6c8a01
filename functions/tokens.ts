import { CODE } from '@niangjia/shared/clubs/attendance';
import { HOUR, type Instant, MINUTE, SECOND } from '@niangjia/shared/time';
import { jwtVerify, SignJWT } from 'jose';
import { secrets } from './secrets.ts';

/** What a token is for; one kind is never taken for another. */
const lifetimes = {
  session: 15 * MINUTE,
  card: 60 * SECOND,
  renewal: 12 * HOUR,
  // Somebody whose card a keeper has seen, while they agree on what to book.
  guest: 10 * MINUTE,
  // An activity's check-in code; whom it is about is the activity.
  activity: CODE.good,
} as const;
type Purpose = keyof typeof lifetimes;

/** The web sign-in a token belongs to, and when that ends; a renewal also says for which of its turns it is. */
interface OnWeb {
  readonly id: string;
  readonly endsAt: Instant;
  readonly turn?: number;
}

/** What a token says. */
export interface Claims {
  readonly person: string;
  /** When it was given, in whole seconds; of a phone's token only, since a web sign-in may shorten its own. */
  readonly issuedAt: Instant;
  /** The web sign-in it belongs to; none in a phone's. */
  readonly signIn: string | undefined;
  readonly turn: number;
}

/** Signs a token for a person. `expiresAt` is in milliseconds since the epoch; no token outlives its sign-in. */
export async function signToken(
  purpose: Purpose,
  person: string,
  now: Instant,
  web?: OnWeb,
): Promise<{ token: string; expiresAt: Instant }> {
  const { signing } = await secrets();
  const expiresAt = Math.min(now + lifetimes[purpose], web?.endsAt ?? Number.POSITIVE_INFINITY);
  const token = await new SignJWT({ sid: web?.id, turn: web?.turn })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(person)
    .setAudience(purpose)
    .setExpirationTime(Math.floor(expiresAt / SECOND))
    .sign(signing);
  return { token, expiresAt };
}

/** What a token of ours says, or undefined when it is not ours, for something else, or over. */
export async function verifyToken(
  purpose: Purpose,
  token: string,
  now: Instant,
): Promise<Claims | undefined> {
  const { signing } = await secrets();
  try {
    const { payload } = await jwtVerify<{ sid?: string; turn?: number }>(token, signing, {
      audience: purpose,
      algorithms: ['HS256'],
      currentDate: new Date(now),
    });
    const issuedAt = (payload.exp ?? 0) * SECOND - lifetimes[purpose];
    return { person: payload.sub ?? '', issuedAt, signIn: payload.sid, turn: payload.turn ?? 0 };
  } catch {
    return undefined;
  }
}
