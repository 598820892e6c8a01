import { keptUntil, Message } from '@niangjia/shared/messages/message';
import { type Instant, SECOND } from '@niangjia/shared/time';
import * as v from 'valibot';
import { joiningPolicy } from './policies.ts';
import { absent, ConditionFailed, putItem } from './table.ts';

/** What people are told, one item a message, under the person it is for: kinds and ids, no personal data. */

const keyOf = (person: string, { at, kind, about }: Message) => ({
  pk: `PERSON#${person}`,
  sk: `MESSAGE#${String(at).padStart(15, '0')}#${kind}#${about}`,
});

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
