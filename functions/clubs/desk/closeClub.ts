import { close } from '@niangjia/shared/clubs/club';
import { clubDesk } from '@niangjia/shared/clubs/deskContract';
import { changeClub } from '../../clubRecords.ts';
import { staffHandler } from '../../handler.ts';
import { clubSubject } from './clubSubject.ts';
import { decidedBy } from './decided.ts';

/** Ends a club; what it has earned stays in its ledger. */
export const closeClub = staffHandler(clubDesk.closeClub, {
  subject: clubSubject,
  handle: async ({ input: { words }, subject: { club }, staff, request, now }) => {
    const decided = decidedBy(staff, club.org.path, now, words);
    await changeClub(club, (one) => close(one, decided, request, now));
    return { state: 'closed' as const };
  },
});
