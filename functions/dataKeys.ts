import { randomBytes } from 'node:crypto';
import { Refusal } from '@niangjia/shared/refusal';
import { seal, secrets, unseal } from './secrets.ts';
import {
  absent,
  ConditionFailed,
  getItem,
  getItems,
  type Item,
  keyTableName,
  type Operation,
  putItem,
} from './table.ts';

/**
 * People's data keys, one a person, wrapped; in a table of their own that no long backup covers, so
 * that destroying one makes what it sealed unreadable everywhere.
 */

const keyOf = (person: string) => ({ pk: `PERSON#${person}` });

/** A new data key, and the item to be put when the person's records begin. */
export async function newDataKey(person: string): Promise<{ key: Uint8Array; item: Item }> {
  const { wrapping } = await secrets();
  const key = randomBytes(32);
  return { key, item: { ...keyOf(person), wrapped: seal(wrapping, key, person) } };
}

async function unwrap(person: string, item: Item): Promise<Uint8Array> {
  const { wrapping } = await secrets();
  return unseal(wrapping, item.wrapped as Uint8Array, person);
}

const keyItem = (person: string, eventual: boolean) =>
  getItem(keyOf(person), { eventual, table: keyTableName() });

/**
 * A person's data key. It never changes, so an eventually consistent read will do, unless it does not
 * see yet the key of somebody who signed in for the first time a moment ago.
 */
export async function dataKey(person: string): Promise<Uint8Array> {
  const item = (await keyItem(person, true)) ?? (await keyItem(person, false));
  // Forgotten in between: whoever it is signs in as somebody new, and whoever asks about them finds nobody.
  if (!item) throw new Refusal('SIGN_IN');
  return unwrap(person, item);
}

/** The data key of a person who may have none yet; it is made where it is missing. */
export async function ensureDataKey(person: string): Promise<Uint8Array> {
  const { key, item } = await newDataKey(person);
  try {
    await putItem(item, absent, keyTableName());
    return key;
  } catch (error) {
    if (error instanceof ConditionFailed && error.item) return unwrap(person, error.item);
    throw error;
  }
}

/** Part of a transaction: a person's data key is destroyed, and with it all that it sealed, wherever there is a copy. */
export const destroyDataKey = (person: string): Operation => ({
  Delete: { TableName: keyTableName(), Key: keyOf(person) },
});

/** Data keys of several people, by person; those that are gone are left out. */
export async function dataKeys(people: string[]): Promise<Map<string, Uint8Array>> {
  const seen = await getItems(people.map(keyOf), keyTableName());
  const unseen = people.filter((person) => !seen.some((item) => item.pk === keyOf(person).pk));
  const late = await Promise.all(unseen.map((person) => keyItem(person, false)));
  const items = [...seen, ...late.filter((item) => item !== undefined)];
  const pairs = items.map(async (item) => {
    const person = String(item.pk).slice('PERSON#'.length);
    return [person, await unwrap(person, item)] as const;
  });
  return new Map(await Promise.all(pairs));
}

/** Seals one field of a person. */
export function sealField(key: Uint8Array, person: string, field: string, value: string): Uint8Array {
  return seal(key, Buffer.from(value), `${person}\n${field}`);
}

/** Opens one field of a person. */
export function openField(key: Uint8Array, person: string, field: string, sealed: Uint8Array): string {
  return Buffer.from(unseal(key, sealed, `${person}\n${field}`)).toString();
}
