import type { help } from '@niangjia/shared/joining/helpContract';
import { findBindingCode } from '../../bindingCodes.ts';
import type { OpenHandler } from '../../handler.ts';

/** What became of the code a phone shows; only the sealed form is taken, so nobody learns it by typing. */
export const checkBindingCode: OpenHandler<typeof help.checkBindingCode> = async ({ input, now }) => {
  const code = await findBindingCode(input.scan, 'scanned');
  if (code?.usedFor) return { state: 'used' };
  return { state: code && code.until > now ? 'waiting' : 'over' };
};
