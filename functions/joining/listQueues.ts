import { joining } from '@niangjia/shared/joining/contract';
import { fromCursor, toCursor } from '../cursor.ts';
import { staffHandler } from '../handler.ts';
import { getOrg, orgsBelow } from '../orgs.ts';
import { queueLength } from './applications.ts';

/** For nodes above: the unions of their subtree with how many wait in each, so that they can step in. */
export const listQueues = staffHandler(joining.listQueues, {
  subject: async ({ org }) => {
    const found = await getOrg(org);
    return found && { org: found };
  },
  handle: async ({ input, subject }) => {
    const list = `queues ${subject.org.id}`;
    const { orgs, last } = await orgsBelow(subject.org.path, await fromCursor(list, input.cursor));
    const queues = orgs.map(async ({ id, name }) => ({ org: { id, name }, waiting: await queueLength(id) }));
    return { queues: await Promise.all(queues), cursor: await toCursor(list, last) };
  },
});
