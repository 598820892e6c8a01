import { keeping } from '@niangjia/shared/venues/keeperContract';
import { groupsIn } from '../../booking/groups.ts';
import { fromCursor, toCursor } from '../../cursor.ts';
import { staffHandler } from '../../handler.ts';
import { maskedNames } from '../../members.ts';
import { orgSubject } from './orgSubject.ts';

/** A union's groups. */
export const listKeptGroups = staffHandler(keeping.listKeptGroups, {
  subject: orgSubject,
  handle: async ({ input, subject: { org } }) => {
    const list = `groups ${org.id}`;
    const { groups, last } = await groupsIn(org.id, await fromCursor(list, input.cursor));
    const names = await maskedNames(groups.map(({ leader }) => leader));
    return {
      groups: groups.map(({ id, name, leader, version: seen }) => ({
        id,
        name,
        leader: names.get(leader),
        seen,
      })),
      cursor: await toCursor(list, last),
    };
  },
});
