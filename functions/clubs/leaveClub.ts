import { whyNotLeave } from '@niangjia/shared/clubs/club';
import type { clubs } from '@niangjia/shared/clubs/contract';
import { Refusal } from '@niangjia/shared/refusal';
import { getClub, quitClub } from '../clubRecords.ts';
import type { OpenHandler } from '../handler.ts';

/** Leaves a club; who leads it hands it over first. */
export const leaveClub: OpenHandler<typeof clubs.leaveClub> = async ({ input, caller, now }) => {
  const club = await getClub(input.club);
  if (!club) throw new Refusal('NOT_FOUND');
  const why = whyNotLeave(club, caller);
  if (why) throw new Refusal(why);
  await quitClub(club.id, caller, now);
  return { belongs: false };
};
