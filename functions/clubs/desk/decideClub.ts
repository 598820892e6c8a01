import { decide } from '@niangjia/shared/clubs/club';
import { clubDesk } from '@niangjia/shared/clubs/deskContract';
import { Refusal } from '@niangjia/shared/refusal';
import { changeClub } from '../../clubRecords.ts';
import { staffHandler } from '../../handler.ts';
import { clubSubject } from './clubSubject.ts';
import { decidedBy } from './decided.ts';

/** Of two reviewers at once one decides, and the other is told that it was decided. */
export const decideClub = staffHandler(clubDesk.decideClub, {
  subject: clubSubject,
  handle: async ({ input: { approved, words }, subject: { club }, staff, request, now }) => {
    if (!approved && !words) throw new Refusal('REASON_MISSING');
    const decided = decidedBy(staff, club.org.path, now, words);
    await changeClub(club, (one) => decide(one, { approved, decided }, request, now));
    return { state: approved ? ('active' as const) : ('refused' as const) };
  },
});
