import { keptUntil, Message, messageKey } from '@niangjia/shared/messages/message';
import { type Instant, SECOND } from '@niangjia/shared/time';
import * as v from 'valibot';
import { joiningPolicy } from './policies.ts';
import { absent, ConditionFailed, getItem, type Item, putItem, queryItems, updateItem } from './table.ts';

/** What people are told, one item a message, under the person it is for: kinds and ids, no personal data. */

const pkOf = (person: string) => `PERSON#${person}`;
const MESSAGES = 'MESSAGE#';
const keyOf = (person: string, message: Message) => ({
  pk: pkOf(person),
  sk: MESSAGES + messageKey(message),
});
const readKey = (person: string) => ({ pk: pkOf(person), sk: 'INBOX' });

/**
 * Tells somebody something, once however often it is told. What is older than messages are kept is news
 * no more: a record that changes for years brings up its old decisions each time.
 */
export async function tell(person: string, message: Message, now: Instant): Promise<void> {
  const { keepMessages } = await joiningPolicy(now);
  const until = keptUntil(message, keepMessages);
  if (until <= now) return;
  const item = { ...v.parse(Message, message), ...keyOf(person, message) };
  try {
    await putItem({ ...item, expiresAt: Math.floor(until / SECOND) }, absent);
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
  }
}

/** The message in an item, and whose it is; undefined for an item that is something else. */
export function messageIn(item: Item): { person: string; message: Message } | undefined {
  if (!String(item.sk).startsWith(MESSAGES)) return undefined;
  return { person: String(item.pk).slice(pkOf('').length), message: v.parse(Message, item) };
}

interface Page {
  readonly messages: Message[];
  readonly readUntil: Instant;
  readonly last: Item | undefined;
}

/** A page of somebody's messages, latest first, beside the moment up to which they have read them. */
export const messagesOf = (person: string, start: Item | undefined): Promise<Page> =>
  pageOf(person, start, 20);

/** The latest of somebody's messages, and up to where they have read them. */
export const latestMessages = (person: string, most: number): Promise<Page> =>
  pageOf(person, undefined, most);

async function pageOf(person: string, start: Item | undefined, size: number): Promise<Page> {
  const [{ items, last }, read] = await Promise.all([
    queryItems({
      KeyConditionExpression: 'pk = :person AND begins_with(sk, :messages)',
      ExpressionAttributeValues: { ':person': pkOf(person), ':messages': MESSAGES },
      ScanIndexForward: false,
      ExclusiveStartKey: start,
      Limit: size,
    }),
    getItem(readKey(person), { eventual: true }),
  ]);
  return { messages: items.map((item) => v.parse(Message, item)), readUntil: Number(read?.until ?? 0), last };
}

/** Notes that somebody has read what happened up to a moment; an earlier one changes nothing. */
export async function readMessagesUntil(person: string, until: Instant): Promise<void> {
  try {
    await updateItem(readKey(person), {
      UpdateExpression: 'SET #until = :until',
      ConditionExpression: 'attribute_not_exists(#until) OR #until < :until',
      ExpressionAttributeNames: { '#until': 'until' },
      ExpressionAttributeValues: { ':until': until },
    });
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
  }
}
