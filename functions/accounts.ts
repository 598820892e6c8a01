import { newDataKeyItem } from './dataKeys.ts';
import { lookUpHash, newId } from './secrets.ts';
import { ConditionFailed, getItem, keyTableName, transact } from './table.ts';

/** Accounts: which person is behind a WeChat account. The openid is kept as a keyed hash only. */

const keyOf = (hash: string) => ({ pk: `OPENID#${hash}`, sk: 'ACCOUNT' });

/** The person of a WeChat account; the first time makes the account and the person's data key together. */
export async function personOf(openid: string): Promise<string> {
  const key = keyOf(await lookUpHash('openid', openid));
  const known = await getItem(key);
  if (known) return String(known.person);
  const person = newId();
  try {
    await transact([
      { Put: { Item: { ...key, person }, ConditionExpression: 'attribute_not_exists(pk)' } },
      { Put: { TableName: keyTableName(), Item: await newDataKeyItem(person) } },
    ]);
    return person;
  } catch (error) {
    // The same account signed in twice at once: the first one counts.
    if (error instanceof ConditionFailed && error.item) return String(error.item.person);
    throw error;
  }
}
