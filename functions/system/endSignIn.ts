import type { system } from '@niangjia/shared/system';
import type { OpenHandler } from '../handler.ts';
import { endSignIns } from '../staff.ts';
import { signInsView } from './logins.ts';

/** Signs the caller out of one page; an id that is not theirs is none of theirs and changes nothing. */
export const endSignIn: OpenHandler<typeof system.endSignIn> = async ({ input, caller, signIn, now }) =>
  signInsView(await endSignIns(caller, now, input.id), signIn, now);
