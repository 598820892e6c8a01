import { keeping } from '@niangjia/shared/venues/keeperContract';
import { fromCursor, toCursor } from '../../cursor.ts';
import { staffHandler } from '../../handler.ts';
import { orgsBelow } from '../../orgs.ts';
import { orgSubject } from './orgSubject.ts';

/** The unions at a node and below that take members. */
export const listKeptUnions = staffHandler(keeping.listKeptUnions, {
  subject: orgSubject,
  handle: async ({ input, subject: { org } }) => {
    const list = `unions ${org.id}`;
    const { orgs: unions, last } = await orgsBelow(org.path, await fromCursor(list, input.cursor));
    return { unions, cursor: await toCursor(list, last) };
  },
});
