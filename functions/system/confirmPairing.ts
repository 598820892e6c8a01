import { confirm, whyNotConfirm } from '@niangjia/shared/pairing';
import { Refusal } from '@niangjia/shared/refusal';
import type { system } from '@niangjia/shared/system';
import { countMiss } from '../guesses.ts';
import type { OpenHandler } from '../handler.ts';
import { acting, staffMember } from '../staff.ts';
import { getPairing, putConfirmed } from './pairings.ts';

/** The phone says yes. Of two at once the first counts, and the other is told. */
export const confirmPairing: OpenHandler<typeof system.confirmPairing> = async (call) => {
  const { input, caller, signIn, now } = call;
  const [pairing, member] = await Promise.all([getPairing(input.code), staffMember(caller)]);
  if (!pairing) {
    await countMiss(caller, now);
    throw new Refusal('PAIRING_OVER');
  }
  const who = { staff: acting(call, member), onWeb: signIn !== undefined };
  const confirmed = confirm(pairing, who, now);
  const stored = confirmed === pairing ? pairing : await putConfirmed(confirmed);
  const why = whyNotConfirm(stored, who, now);
  if (why) throw new Refusal(why);
  return { status: 'confirmed' };
};
