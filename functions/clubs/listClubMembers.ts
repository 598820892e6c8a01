import { whyNotLead } from '@niangjia/shared/clubs/club';
import type { clubs } from '@niangjia/shared/clubs/contract';
import { Refusal } from '@niangjia/shared/refusal';
import { belongingsIn } from '../clubRecords.ts';
import { fromCursor, toCursor } from '../cursor.ts';
import type { OpenHandler } from '../handler.ts';
import { maskedNames } from '../members.ts';
import { lookUpHash } from '../secrets.ts';
import { ledClub } from './led.ts';

/** Who is in a club, masked, for its leader. */
export const listClubMembers: OpenHandler<typeof clubs.listClubMembers> = async ({ input, caller }) => {
  const club = await ledClub(input.club, caller);
  const why = whyNotLead(club, caller);
  if (why) throw new Refusal(why);
  const list = `members ${club.id}`;
  const { belongings, last } = await belongingsIn(club.id, await fromCursor(list, input.cursor));
  const names = await maskedNames(belongings.map(({ person }) => person));
  const members = belongings.map(async ({ person, since }) => ({
    id: await lookUpHash('clubMember', `${club.id} ${person}`),
    name: names.get(person),
    since,
    leads: person === club.leader,
  }));
  return { members: await Promise.all(members), cursor: await toCursor(list, last) };
};
