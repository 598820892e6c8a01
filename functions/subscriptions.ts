import { type Message, messageKey } from '@niangjia/shared/messages/message';
import { Template } from '@niangjia/shared/messages/reminder';
import { allowOnce, reserved, Subscription } from '@niangjia/shared/messages/subscription';
import { Refusal } from '@niangjia/shared/refusal';
import type { Instant } from '@niangjia/shared/time';
import * as v from 'valibot';
import { absent, atVersion, ConditionFailed, getItem, type Item, putItem, updateItem } from './table.ts';

/** How many WeChat messages of a template somebody has allowed: one item a person and template. */

const keyOf = (person: string, template: Template) => ({
  pk: `PERSON#${person}`,
  sk: `SUBSCRIPTION#${template}`,
});
const fromItem = (item: Item | undefined) => item && v.parse(Subscription, item);

/** What somebody allows now. */
export async function subscriptionOf(person: string, template: Template): Promise<Subscription | undefined> {
  return fromItem(await getItem(keyOf(person, template)));
}

const TRIES = 3;

/** Counts the allowance of a tap, once however often it is told. */
export async function allow(person: string, template: Template, tap: Instant): Promise<void> {
  let current = await subscriptionOf(person, template);
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const after = allowOnce(current, tap);
    if (after === current) return;
    // The table knows no empty sets.
    const served = after.served.size > 0 ? after.served : undefined;
    try {
      const item = { ...v.parse(Subscription, after), served, ...keyOf(person, template) };
      return await putItem(item, current ? atVersion(current.version) : absent);
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
      current = fromItem(error.item);
    }
  }
  throw new Refusal('BUSY');
}

/** Changes what is there without having read it, where the condition holds; undefined where it does not. */
async function change(
  person: string,
  template: Template,
  expression: string,
  condition: string,
  values: Item,
): Promise<Subscription | undefined> {
  try {
    const item = await updateItem(keyOf(person, template), {
      UpdateExpression: expression.replace('SET ', 'SET #version = #version + :one, '),
      ConditionExpression: condition,
      ExpressionAttributeNames: { '#version': 'version', '#left': 'left' },
      ExpressionAttributeValues: { ':one': 1, ...values },
    });
    return fromItem(item);
  } catch (error) {
    if (error instanceof ConditionFailed) return undefined;
    throw error;
  }
}

/** Takes one allowance for a message that may have one; what is left then, undefined when it came too late. */
export function spend(
  person: string,
  template: Template,
  seen: Subscription,
  message: Message,
): Promise<Subscription | undefined> {
  const key = messageKey(message);
  return change(
    person,
    template,
    'SET #left = #left - :one ADD served :these',
    '#left > :reserved AND NOT contains(served, :key)',
    { ':reserved': reserved(seen, message), ':key': key, ':these': new Set([key]) },
  );
}

/** Gives an allowance back that WeChat did not use; `again` lets the message take one again. */
export async function giveBack(
  person: string,
  template: Template,
  message: Message,
  again: boolean,
): Promise<void> {
  const key = messageKey(message);
  await change(
    person,
    template,
    again ? 'SET #left = #left + :one DELETE served :these' : 'SET #left = #left + :one',
    'contains(served, :key)',
    { ':key': key, ...(again ? { ':these': new Set([key]) } : {}) },
  );
}

/** WeChat knows of no allowance: ours are over too, unless something has changed since `seen`. */
export async function noneLeft(person: string, template: Template, seen: Subscription): Promise<void> {
  await change(person, template, 'SET #left = :none, refused = :yes', '#version = :seen', {
    ':none': 0,
    ':yes': true,
    ':seen': seen.version,
  });
}

/** Whom WeChat does not reach for a template after all, where an item says so. */
export function refusedIn(item: Item): { person: string; template: Template } | undefined {
  const [, template] = String(item.sk).split('SUBSCRIPTION#');
  if (!template || !item.refused) return undefined;
  return { person: String(item.pk).slice('PERSON#'.length), template: v.parse(Template, template) };
}
