import { takeLead as taken } from '@niangjia/shared/clubs/club';
import type { clubs } from '@niangjia/shared/clubs/contract';
import { Refusal } from '@niangjia/shared/refusal';
import { changeClub, enterClub, getClub } from '../clubRecords.ts';
import type { OpenHandler } from '../handler.ts';
import { activeMember } from '../members.ts';
import { leading } from './leads.ts';

/** Agrees to lead a club; who has left it since they were asked is in it again. */
export const takeLead: OpenHandler<typeof clubs.takeLead> = async ({ input, caller, now }) => {
  const [club, member] = await Promise.all([getClub(input.club), activeMember(caller)]);
  if (!club) throw new Refusal('NOT_FOUND');
  if (!member) throw new Refusal('CLUB_MEMBERS_ONLY');
  await changeClub(club, (current) => taken(current, caller, now), { alike: leading });
  await enterClub(club.id, caller, now);
  return { leads: true };
};
