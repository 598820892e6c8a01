import { whyNotTake } from '@niangjia/shared/pairing';
import { Refusal } from '@niangjia/shared/refusal';
import type { system } from '@niangjia/shared/system';
import { begin, liveOne } from '@niangjia/shared/webSignIn';
import type { OpenHandler } from '../handler.ts';
import { digestOf, lookUpHash } from '../secrets.ts';
import { changeSignIns } from '../staff.ts';
import { webLoginOf } from './logins.ts';
import { getPairing, peekPairing } from './pairings.ts';

/**
 * The page asks whether somebody said yes; then it is signed in, once however often it asks. A pairing only
 * ever moves on, so what a moment-old read shows may be told as it is; nobody is refused by one.
 */
export const takePairing: OpenHandler<typeof system.takePairing> = async ({ input, now }) => {
  const hash = digestOf(input.secret);
  const seen = await peekPairing(input.code);
  const pairing = whyNotTake(seen, hash, now) ? await getPairing(input.code) : seen;
  const why = whyNotTake(pairing, hash, now);
  if (why || !pairing) throw new Refusal('PAIRING_OVER');
  if (pairing.status === 'waiting') return { status: 'waiting' };
  const { person, browser, confirmedAt } = pairing;
  const id = await lookUpHash('webSignIn', pairing.code);
  const member = await changeSignIns(person, (signIns, { frozenAt, boundAt = 0 }) =>
    // The phone that said yes may have been lost meanwhile.
    frozenAt || confirmedAt < boundAt ? signIns : begin(signIns, { id, browser }, now),
  );
  const signIn = liveOne(member?.signIns ?? [], id, now);
  if (!member || !signIn) throw new Refusal('PAIRING_OVER');
  return { status: 'signedIn', ...(await webLoginOf(member, signIn, now)) };
};
