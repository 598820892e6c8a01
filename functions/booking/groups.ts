import { Group } from '@niangjia/shared/venues/group';
import * as v from 'valibot';
import {
  absent,
  atVersion,
  ConditionFailed,
  getItem,
  getItems,
  type Item,
  putItem,
  queryItems,
} from '../table.ts';

/**
 * Groups: one item each; whoever leads some finds them by the index. A union's are listed under the union, by an
 * item that only points: it is written first, and points to nothing where the group then was not.
 */

const keyOf = (id: string) => ({ pk: `GROUP#${id}`, sk: 'GROUP' });
const fromItem = (item: Item) => v.parse(Group, item);
const toItem = (group: Group): Item => ({
  ...v.parse(Group, group),
  ...keyOf(group.id),
  gsi1pk: `LEADER#${group.leader}`,
  gsi1sk: group.id,
});

/** The group in a changed item; undefined for one that is something else. */
export const groupIn = (item: Item): Group | undefined =>
  item.sk === 'GROUP' && String(item.pk).startsWith('GROUP#') ? fromItem(item) : undefined;

/** A group as it is now. */
export async function getGroup(id: string): Promise<Group | undefined> {
  const item = await getItem(keyOf(id));
  return item && fromItem(item);
}

/** Writes a group that is new; where it is there, gives that. */
export async function putGroup(group: Group): Promise<Group> {
  await putItem({ pk: `GROUPS#${group.org.id}`, sk: group.id });
  return write(group, absent);
}

/** Writes a group with another leader; where somebody was quicker, gives what they wrote. */
export const putLed = (group: Group): Promise<Group> => write(group, atVersion(group.version - 1));

async function write(group: Group, condition: Parameters<typeof putItem>[1]): Promise<Group> {
  try {
    await putItem(toItem(group), condition);
    return group;
  } catch (error) {
    if (error instanceof ConditionFailed && error.item) return fromItem(error.item);
    throw error;
  }
}

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

/** A page of a union's groups; eventually consistent, for showing. */
export async function groupsIn(org: string, start: Item | undefined) {
  const { items, last } = await queryItems({
    KeyConditionExpression: 'pk = :org',
    ExpressionAttributeValues: { ':org': `GROUPS#${org}` },
    ExclusiveStartKey: start,
    Limit: 25,
  });
  const found = items.length > 0 ? await getItems(items.map(({ sk }) => keyOf(String(sk)))) : [];
  return { groups: found.map(fromItem).sort((a, b) => a.name.localeCompare(b.name, 'zh')), last };
}
