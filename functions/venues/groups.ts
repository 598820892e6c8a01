import { Group } from '@niangjia/shared/venues/group';
import * as v from 'valibot';
import { getItem, type Item, putItem, queryItems } from '../table.ts';

/** Groups: one item each; whoever leads some finds them by the index. */

const keyOf = (id: string) => ({ pk: `GROUP#${id}`, sk: 'GROUP' });
const fromItem = (item: Item) => v.parse(Group, item);

/** A group as it is now. */
export async function getGroup(id: string): Promise<Group | undefined> {
  const item = await getItem(keyOf(id));
  return item && fromItem(item);
}

/** Writes a group. */
export const putGroup = (group: Group): Promise<void> =>
  putItem({
    ...v.parse(Group, group),
    ...keyOf(group.id),
    gsi1pk: `LEADER#${group.leader}`,
    gsi1sk: group.id,
  });

/** The groups somebody leads, a page of them; for showing. */
export async function groupsOf(leader: string): Promise<Group[]> {
  const { items } = await queryItems({
    IndexName: 'gsi1',
    KeyConditionExpression: 'gsi1pk = :leader',
    ExpressionAttributeValues: { ':leader': `LEADER#${leader}` },
    Limit: 20,
  });
  return items.map(fromItem);
}
