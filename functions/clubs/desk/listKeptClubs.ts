import { clubDesk } from '@niangjia/shared/clubs/deskContract';
import { clubsIn } from '../../clubRecords.ts';
import { fromCursor, toCursor } from '../../cursor.ts';
import { staffHandler } from '../../handler.ts';
import { maskedNames } from '../../members.ts';
import { orgSubject } from '../orgSubject.ts';

/** One query, then the leaders' names. */
export const listKeptClubs = staffHandler(clubDesk.listKeptClubs, {
  subject: orgSubject,
  handle: async ({ input: { state, cursor }, subject: { org }, caller }) => {
    const list = `kept clubs ${org.id} ${state}`;
    const { clubs, last } = await clubsIn(state, org.path, await fromCursor(list, cursor));
    const names = await maskedNames(clubs.map(({ leader }) => leader));
    return {
      clubs: clubs.map(({ leader, org: union, ...club }) => ({
        ...{ ...club, union: union.name, leader: names.get(leader), leads: leader === caller },
      })),
      cursor: await toCursor(list, last),
    };
  },
});
