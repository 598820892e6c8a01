import { Refusal } from '@niangjia/shared/refusal';
import type { system } from '@niangjia/shared/system';
import { loginOf as accountLogin } from '../accounts.ts';
import type { OpenHandler } from '../handler.ts';
import { staffMember } from '../staff.ts';
import { openidOf } from '../wechat.ts';
import { loginOf } from './logins.ts';

/**
 * Exchanges WeChat's login code for our token. The openid and the session key never leave the server.
 * An account whose phone was lost gets none, so what runs on that phone ends with the token it has.
 */
export const signIn: OpenHandler<typeof system.signIn> = async ({ input, now }) => {
  const { person, frozenAt } = await accountLogin(await openidOf(input.code));
  if (frozenAt) throw new Refusal('ACCOUNT_FROZEN');
  return loginOf(person, await staffMember(person), now);
};
