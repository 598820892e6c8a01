import type { system } from '@niangjia/shared/system';
import { personOf } from '../accounts.ts';
import type { OpenHandler } from '../handler.ts';
import { staffMember } from '../staff.ts';
import { signToken } from '../tokens.ts';
import { openidOf } from '../wechat.ts';

/** Exchanges WeChat's login code for our token. The openid and the session key never leave the server. */
export const signIn: OpenHandler<typeof system.signIn> = async ({ input, now }) => {
  const person = await personOf(await openidOf(input.code));
  const member = await staffMember(person);
  const staff = (member?.grants ?? []).flatMap(({ role }) => (member ? [{ role, org: member.org }] : []));
  return { ...(await signToken('session', person, now)), person: { id: person }, staff };
};
