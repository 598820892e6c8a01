import { isIn, whyNotGiveUp } from '@niangjia/shared/clubs/attendance';
import type { clubs } from '@niangjia/shared/clubs/contract';
import { Refusal } from '@niangjia/shared/refusal';
import type { OpenHandler } from '../handler.ts';
import { getAttendee } from './attendees.ts';
import { endPart } from './takingPart.ts';

/** Gives the caller's place up; given up once is given up. */
export const endSignUp: OpenHandler<typeof clubs.endSignUp> = async ({ input, caller, now }) => {
  const part = await endPart(await getAttendee(input.activity, caller), now);
  const why = whyNotGiveUp(part);
  if (why) throw new Refusal(why);
  return { signedUp: isIn(part) };
};
