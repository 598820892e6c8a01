import { whyNotConfirm } from '@niangjia/shared/pairing';
import { Refusal } from '@niangjia/shared/refusal';
import type { system } from '@niangjia/shared/system';
import { countMiss } from '../guesses.ts';
import type { OpenHandler } from '../handler.ts';
import { acting, staffMember } from '../staff.ts';
import { dutiesOf } from './logins.ts';
import { getPairing } from './pairings.ts';

/** What the phone shows before somebody says yes: which browser, since when, and as what they would be there. */
export const inspectPairing: OpenHandler<typeof system.inspectPairing> = async (call) => {
  const { input, caller, signIn, now } = call;
  const [pairing, member] = await Promise.all([getPairing(input.code), staffMember(caller)]);
  if (!pairing) await countMiss(caller, now);
  const who = { staff: acting(call, member), onWeb: signIn !== undefined };
  const why = whyNotConfirm(pairing, who, now);
  if (why || !pairing) throw new Refusal(why ?? 'PAIRING_OVER');
  return { browser: pairing.browser, openedAt: pairing.openedAt, staff: dutiesOf(member) };
};
