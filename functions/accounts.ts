import { Bytes } from '@niangjia/shared/sealed';
import * as v from 'valibot';
import { newDataKey, sealField } from './dataKeys.ts';
import { lookUpHash, newId } from './secrets.ts';
import { absent, ConditionFailed, getItem, keyTableName, transact } from './table.ts';

/**
 * Accounts: which person is behind a WeChat account, and which WeChat account is a person's. The openid
 * is looked up by a keyed hash; where a message must go to it, it is sealed under the person's own key.
 */

const loginKey = (hash: string) => ({ pk: `OPENID#${hash}`, sk: 'LOGIN' });
const keyOf = (person: string) => ({ pk: `PERSON#${person}`, sk: 'ACCOUNT' });

const Account = v.object({
  version: v.number(),
  /** The WeChat account's openid, sealed under the person's data key. */
  openid: Bytes,
  /** Its keyed hash: the key of the login that leads here. */
  openidHash: v.string(),
});
type Account = v.InferOutput<typeof Account>;

/** The person of a WeChat account; the first time makes the account and the person's data key together. */
export async function personOf(openid: string): Promise<string> {
  const openidHash = await lookUpHash('openid', openid);
  const login = loginKey(openidHash);
  const known = await getItem(login);
  if (known) return String(known.person);
  const person = newId();
  const { key, item } = await newDataKey(person);
  const account: Account = { version: 1, openid: sealField(key, person, 'openid', openid), openidHash };
  try {
    await transact([
      { Put: { Item: { ...login, person }, ...absent } },
      { Put: { Item: { ...keyOf(person), ...account } } },
      { Put: { TableName: keyTableName(), Item: item } },
    ]);
    return person;
  } catch (error) {
    // The same account signed in twice at once: the first one counts.
    if (error instanceof ConditionFailed && error.item) return String(error.item.person);
    throw error;
  }
}
