import { audit } from '@niangjia/shared/joining/auditContract';
import { fromCursor, toCursor } from '../../cursor.ts';
import { staffHandler } from '../../handler.ts';
import { nodesBelow } from '../../orgs.ts';
import { nodeSubject } from './nodeSubject.ts';

export const listNodes = staffHandler(audit.listNodes, {
  subject: nodeSubject,
  handle: async ({ input, subject: { org } }) => {
    const list = `nodes ${org.id}`;
    const { orgs, last } = await nodesBelow(org.path, await fromCursor(list, input.cursor));
    const levels = (path: string) => path.split('/').length;
    const nodes = orgs.map(({ id, name, path }) => ({ id, name, depth: levels(path) - levels(org.path) }));
    return { nodes, cursor: await toCursor(list, last) };
  },
});
