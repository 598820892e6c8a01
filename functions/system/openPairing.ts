import { confirmableUntil, openPairing as open } from '@niangjia/shared/pairing';
import type { system } from '@niangjia/shared/system';
import type { OpenHandler } from '../handler.ts';
import { lookUpHash } from '../secrets.ts';
import { putPairing } from './pairings.ts';

/** A code for a page to show. It is made from the page's own hash, so asking twice gets the same one. */
export const openPairing: OpenHandler<typeof system.openPairing> = async ({ input, now }) => {
  const code = await lookUpHash('pairing', input.secretHash);
  const pairing = await putPairing(open({ ...input, code }, now));
  return { code, expiresAt: confirmableUntil(pairing) };
};
