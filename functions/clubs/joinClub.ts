import type { clubs } from '@niangjia/shared/clubs/contract';
import { Refusal } from '@niangjia/shared/refusal';
import { enterClub, getClub } from '../clubRecords.ts';
import type { OpenHandler } from '../handler.ts';
import { activeMember } from '../members.ts';

/** Joins a club that goes on. */
export const joinClub: OpenHandler<typeof clubs.joinClub> = async ({ input, caller, now }) => {
  const [club, member] = await Promise.all([getClub(input.club), activeMember(caller)]);
  if (!club) throw new Refusal('NOT_FOUND');
  if (!member) throw new Refusal('CLUB_MEMBERS_ONLY');
  if (club.state !== 'active') throw new Refusal('CLUB_NOT_ACTIVE');
  await enterClub(club.id, caller, now);
  return { belongs: true };
};
