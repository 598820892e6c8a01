import { Account, stateOf } from '@niangjia/shared/account';
import type { Instant } from '@niangjia/shared/time';
import * as v from 'valibot';
import { dataKeys, newDataKey, openField, sealField } from './dataKeys.ts';
import { lookUpHash, newId } from './secrets.ts';
import {
  absent,
  atVersion,
  ConditionFailed,
  getItem,
  keyTableName,
  type Operation,
  transact,
} from './table.ts';

/**
 * Accounts: which person is behind a WeChat account, and which WeChat account is a person's. The openid
 * is looked up by a keyed hash; where a message must go to it, it is sealed under the person's own key.
 */

const loginKey = (hash: string) => ({ pk: `OPENID#${hash}`, sk: 'LOGIN' });
const keyOf = (person: string) => ({ pk: `PERSON#${person}`, sk: 'ACCOUNT' });

const Login = v.object({ person: v.string(), frozenAt: v.optional(v.number()) });
/** Whom a WeChat account leads to, and since when it may not be used. */
export type Login = v.InferOutput<typeof Login>;

/** The key under which a WeChat account's login is found. */
export const hashOf = (openid: string) => lookUpHash('openid', openid);

/** Whom a WeChat account leads to now; undefined when it never signed in. */
export async function loginAt(openidHash: string): Promise<Login | undefined> {
  const item = await getItem(loginKey(openidHash));
  return item && v.parse(Login, item);
}

/** The login of a WeChat account; the first time makes the account and the person's data key together. */
export async function loginOf(openid: string): Promise<Login> {
  const openidHash = await hashOf(openid);
  const known = await loginAt(openidHash);
  if (known) return known;
  const { person, operations } = await newAccount(openid, openidHash);
  try {
    await transact([{ Put: { Item: { ...loginKey(openidHash), person }, ...absent } }, ...operations]);
    return { person };
  } catch (error) {
    // The same account signed in twice at once: the first one counts.
    if (error instanceof ConditionFailed && error.item) return v.parse(Login, error.item);
    throw error;
  }
}

/** The person of a WeChat account. */
export const personOf = async (openid: string): Promise<string> => (await loginOf(openid)).person;

/** Parts of a transaction: a new person's account and data key, for a WeChat account that leads to them. */
async function newAccount(
  openid: string,
  openidHash: string,
): Promise<{ person: string; operations: Operation[] }> {
  const person = newId();
  const { key, item } = await newDataKey(person);
  const account: Account = { version: 1, openid: sealOpenid(key, person, openid), openidHash };
  return {
    person,
    operations: [
      { Put: { Item: { ...keyOf(person), ...account } } },
      { Put: { TableName: keyTableName(), Item: item } },
    ],
  };
}

/** A person's account as it is now; undefined where no WeChat account was ever bound. */
export async function getAccount(person: string): Promise<Account | undefined> {
  const item = await getItem(keyOf(person));
  return item && v.parse(Account, item);
}

/** Seals an openid under its person's data key. */
export const sealOpenid = (key: Uint8Array, person: string, openid: string) =>
  sealField(key, person, 'openid', openid);

/** Part of a transaction: the account as it shall be, where it still is what was seen. */
export function putAccount(person: string, before: Account | undefined, after: Account): Operation {
  const Item = { ...keyOf(person), ...v.parse(Account, after) };
  return { Put: { Item, ...(before ? atVersion(before.version) : absent) } };
}

/** Part of a transaction: nobody signs in with this WeChat account, which leads to this person, any more. */
export const freezeLogin = (openidHash: string, person: string, frozenAt: Instant): Operation => ({
  Put: { Item: { ...loginKey(openidHash), person, frozenAt }, ...leadsTo(person) },
});

/** Part of a transaction: a WeChat account leads to this person from now on; before it led to `from`, or to nobody. */
export const leadTo = (openidHash: string, person: string, from: string | undefined): Operation => ({
  Put: { Item: { ...loginKey(openidHash), person }, ...(from ? leadsTo(from) : absent) },
});

/** Part of a transaction: this person has no account any more. */
export const endAccount = (person: string): Operation => ({ Delete: { Key: keyOf(person) } });

/** Parts of a transaction: nothing leads to a person who is forgotten any more, where it still is as it was seen. */
export const forgettingAccount = (person: string, account: Account | undefined): Operation[] =>
  account
    ? [
        { Delete: { Key: keyOf(person), ...atVersion(account.version) } },
        { Delete: { Key: loginKey(account.openidHash), ...leadsTo(person) } },
      ]
    : [{ ConditionCheck: { Key: keyOf(person), ...absent } }];

const leadsTo = (person: string) => ({
  ConditionExpression: 'person = :person',
  ExpressionAttributeValues: { ':person': person },
});

/**
 * Parts of a transaction: the WeChat account that led to this person leads to somebody new from now on,
 * who has nothing; and who that is.
 */
export async function leadAway(
  person: string,
  key: Uint8Array,
  { openid, openidHash }: Account,
): Promise<{ person: string; operations: Operation[] }> {
  const fresh = await newAccount(openField(key, person, 'openid', openid), openidHash);
  return { ...fresh, operations: [leadTo(openidHash, fresh.person, person), ...fresh.operations] };
}

/** The WeChat account to write to a person at; undefined for who has none, has lost it, or was forgotten. */
export async function openidOfPerson(person: string): Promise<string | undefined> {
  const [account, keys] = await Promise.all([getAccount(person), dataKeys([person])]);
  const key = keys.get(person);
  if (!key || !account || stateOf(account) !== 'bound') return undefined;
  return openField(key, person, 'openid', account.openid);
}
