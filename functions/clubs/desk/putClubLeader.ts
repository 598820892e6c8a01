import { type Club, putLeader } from '@niangjia/shared/clubs/club';
import { clubDesk } from '@niangjia/shared/clubs/deskContract';
import { Refusal } from '@niangjia/shared/refusal';
import { acceptedBefore } from '@niangjia/shared/retry';
import { guestOf, shownBefore } from '../../cardsShown.ts';
import { belongingOf, changeClub } from '../../clubRecords.ts';
import { staffHandler } from '../../handler.ts';
import { activeMember, maskedNames } from '../../members.ts';
import { leading } from '../leads.ts';
import { clubSubject } from './clubSubject.ts';
import { decidedBy } from './decided.ts';

/** Names who leads a club from now on, who is in it with that; the stream tells both of them. */
export const putClubLeader = staffHandler(clubDesk.putClubLeader, {
  subject: clubSubject,
  handle: async ({ input: { card }, subject: { club }, staff, request, now }) => {
    const earlier = acceptedBefore(club.accepted, request, now) && (await shownBefore(card));
    const person = earlier ?? (await guestOf(card, staff.id, now));
    const [member, belonging, names] = await Promise.all([
      activeMember(person),
      belongingOf(club.id, person),
      maskedNames([person]),
    ]);
    const name = names.get(person);
    if (earlier) return { name };
    if (!member) throw new Refusal('CARD_UNKNOWN');
    if (!member.org.path.startsWith(club.org.path)) throw new Refusal('LEADER_ELSEWHERE');
    const decided = decidedBy(staff, club.org.path, now);
    const entering = belonging ? undefined : { club: club.id, person, since: now };
    const next = (one: Club) => putLeader(one, person, decided, request, now);
    await changeClub(club, next, { entering, alike: leading });
    return { name };
  },
});
