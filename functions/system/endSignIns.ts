import type { system } from '@niangjia/shared/system';
import type { OpenHandler } from '../handler.ts';
import { endSignIns as endAll } from '../staff.ts';
import { signInsView } from './logins.ts';

/** Signs the caller out of every page. */
export const endSignIns: OpenHandler<typeof system.endSignIns> = async ({ caller, signIn, now }) =>
  signInsView(await endAll(caller, now), signIn, now);
