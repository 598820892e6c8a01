import { fromCursor, toCursor } from '../cursor.ts';
import { type Org, orgsBelow } from '../orgs.ts';

/** A page of the unions at a node and below it, each with how many `waiting` counts in it. */
export async function queuesBelow(
  node: Org,
  {
    list,
    cursor,
    waiting,
  }: { list: string; cursor: string | undefined; waiting: (org: string) => Promise<number> },
) {
  const place = `${list} ${node.id}`;
  const { orgs, last } = await orgsBelow(node.path, await fromCursor(place, cursor));
  const queues = orgs.map(async ({ id, name }) => ({ org: { id, name }, waiting: await waiting(id) }));
  return { queues: await Promise.all(queues), cursor: await toCursor(place, last) };
}
