import type { system } from '@niangjia/shared/system';
import type { OpenHandler } from '../handler.ts';
import { staffMember } from '../staff.ts';
import { signInsView } from './logins.ts';

/** Where the caller is signed in on the web, the latest first. */
export const listSignIns: OpenHandler<typeof system.listSignIns> = async ({ caller, signIn, now }) =>
  signInsView(await staffMember(caller), signIn, now);
