import { type Instant, MINUTE, SECOND } from '@niangjia/shared/time';
import { jwtVerify, SignJWT } from 'jose';
import { secrets } from './secrets.ts';

/** What a token is for; one kind is never taken for another. */
const lifetimes = { session: 15 * MINUTE, card: 60 * SECOND } as const;
type Purpose = keyof typeof lifetimes;

/** Signs a token for a person. `expiresAt` is in milliseconds since the epoch. */
export async function signToken(
  purpose: Purpose,
  person: string,
  now: Instant,
): Promise<{ token: string; expiresAt: Instant }> {
  const { signing } = await secrets();
  const expiresAt = now + lifetimes[purpose];
  const token = await new SignJWT()
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(person)
    .setAudience(purpose)
    .setExpirationTime(Math.floor(expiresAt / SECOND))
    .sign(signing);
  return { token, expiresAt };
}

/** The person a token was signed for, or undefined when it is not ours, for something else, or over. */
export async function verifyToken(
  purpose: Purpose,
  token: string,
  now: Instant,
): Promise<string | undefined> {
  const { signing } = await secrets();
  try {
    const { payload } = await jwtVerify(token, signing, {
      audience: purpose,
      algorithms: ['HS256'],
      currentDate: new Date(now),
    });
    return payload.sub;
  } catch {
    return undefined;
  }
}
