import { Refusal } from '@niangjia/shared/refusal';
import type { system } from '@niangjia/shared/system';
import { loginOf } from '../accounts.ts';
import type { OpenHandler } from '../handler.ts';
import { staffMember } from '../staff.ts';
import { signToken } from '../tokens.ts';
import { openidOf, templateIds } from '../wechat.ts';

/**
 * Exchanges WeChat's login code for our token. The openid and the session key never leave the server.
 * An account whose phone was lost gets none, so what runs on that phone ends with the token it has.
 */
export const signIn: OpenHandler<typeof system.signIn> = async ({ input, now }) => {
  const { person, frozenAt } = await loginOf(await openidOf(input.code));
  if (frozenAt) throw new Refusal('ACCOUNT_FROZEN');
  const member = await staffMember(person);
  const staff = (member?.grants ?? []).flatMap(({ role }) => (member ? [{ role, org: member.org }] : []));
  const token = await signToken('session', person, now);
  return { ...token, person: { id: person }, staff, templates: templateIds() };
};
