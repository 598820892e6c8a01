import type { help } from '@niangjia/shared/joining/helpContract';
import { makeBindingCode } from '../../bindingCodes.ts';
import type { OpenHandler } from '../../handler.ts';
import { openidOf } from '../../wechat.ts';

/** A code for whoever holds this phone, signed in or not: a lost phone that was found may not sign in. */
export const issueBindingCode: OpenHandler<typeof help.issueBindingCode> = async ({ input, now }) => {
  const { typed, scan, until } = await makeBindingCode(await openidOf(input.code), input.code, now);
  return { typed, scan, expiresAt: until };
};
