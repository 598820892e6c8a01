import { Refusal } from '@niangjia/shared/refusal';
import type { system } from '@niangjia/shared/system';
import { liveOne, renew } from '@niangjia/shared/webSignIn';
import type { OpenHandler } from '../handler.ts';
import { changeSignIns } from '../staff.ts';
import { verifyToken } from '../tokens.ts';
import { webLoginOf } from './logins.ts';

/** The page's next token, with the roles as they are now; who is staff no more has no desk on the web. */
export const renewSignIn: OpenHandler<typeof system.renewSignIn> = async ({ input, now }) => {
  const claims = await verifyToken('renewal', input.renewal, now);
  if (!claims?.signIn) throw new Refusal('WEB_SIGN_IN_OVER');
  const { person, signIn: id, turn } = claims;
  const member = await changeSignIns(person, (signIns) => renew(signIns, { id, turn }, now));
  const signIn = liveOne(member?.signIns ?? [], id, now);
  if (!member || !signIn || member.grants.length === 0) throw new Refusal('WEB_SIGN_IN_OVER');
  return webLoginOf(member, signIn, now);
};
