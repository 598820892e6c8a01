import { BINDING_LIFE, BindingCode } from '@niangjia/shared/account';
import { Refusal } from '@niangjia/shared/refusal';
import { type Instant, SECOND } from '@niangjia/shared/time';
import * as v from 'valibot';
import { hashOf } from './accounts.ts';
import { openPassing, sealPassing } from './passingKeys.ts';
import { lookUpBytes, lookUpHash, sealValue, unsealValue } from './secrets.ts';
import { absent, ConditionFailed, getItem, type Operation, putItem } from './table.ts';

/**
 * Binding codes: one item a code, under the keyed hash of what is typed at the desk. The picture beside it
 * holds the same code sealed, which nobody can make or guess; what is typed is short, so it is good for
 * two minutes, once, only for staff, and wrong ones are counted.
 */

/** Letters and figures that nobody takes for one another, read aloud or written. */
const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const LENGTH = 8;
const PURPOSE = 'bindingCode';

const keyOf = async (typed: string) => ({
  pk: `BINDING#${await lookUpHash('bindingCode', typed)}`,
  sk: 'BINDING',
});

/** The code as it is typed, without what people put between its letters. */
const plain = (typed: string) => typed.toUpperCase().replace(/[\s-]/g, '');

/** A WeChat login code makes one binding code, however often it is sent. */
async function typedFor(loginCode: string): Promise<string> {
  const bytes = await lookUpBytes('bindingCode', loginCode);
  return [...bytes.subarray(0, LENGTH)].map((byte) => LETTERS.charAt(byte % LETTERS.length)).join('');
}

/** Makes a code for a WeChat account: to be typed, to be scanned, and until when. */
export async function makeBindingCode(
  openid: string,
  loginCode: string,
  now: Instant,
): Promise<{ typed: string; scan: string; until: Instant }> {
  const typed = await typedFor(loginCode);
  const until = now + BINDING_LIFE;
  const openidHash = await hashOf(openid);
  const code: BindingCode = {
    openid: await sealPassing('openid', openidHash, openid, now),
    openidHash,
    until,
  };
  const item = { ...(await keyOf(typed)), ...code, expiresAt: Math.floor(until / SECOND) };
  try {
    await putItem(item, {
      ConditionExpression: `${absent.ConditionExpression} OR openidHash = :mine OR #until < :now`,
      ExpressionAttributeNames: { '#until': 'until' },
      ExpressionAttributeValues: { ':mine': openidHash, ':now': now },
    });
  } catch (error) {
    // Another phone shows the same letters just now; asking again makes others.
    if (error instanceof ConditionFailed) throw new Refusal('BUSY');
    throw error;
  }
  const scan = Buffer.from(await sealValue(PURPOSE, typed)).toString('base64url');
  return { typed: `${typed.slice(0, LENGTH / 2)}-${typed.slice(LENGTH / 2)}`, scan, until };
}

const Typed = v.string();

type How = 'scanned' | 'either';

/** What was typed, or what a scanned code says; undefined when a scanned one is not ours. */
async function typedIn(code: string, how: How): Promise<string | undefined> {
  if (how === 'either' && plain(code).length === LENGTH) return plain(code);
  const opened = await unsealValue(PURPOSE, Buffer.from(code, 'base64url'));
  return v.is(Typed, opened) ? opened : undefined;
}

/** A code that was typed or scanned; undefined when there is none, or not any more. */
export async function findBindingCode(
  code: string,
  how: How = 'either',
): Promise<(BindingCode & { readonly typed: string }) | undefined> {
  const typed = await typedIn(code, how);
  const item = typed && (await getItem(await keyOf(typed)));
  return typed && item ? { ...v.parse(BindingCode, item), typed } : undefined;
}

/** The WeChat account that a code stands for. */
export const openidIn = async ({ openid, openidHash }: BindingCode, now: Instant): Promise<string> =>
  v.parse(v.string(), await openPassing('openid', openidHash, openid, now));

/** Part of a transaction: the code is used for this person, once. */
export const useBindingCode = async (typed: string, person: string): Promise<Operation> => ({
  Update: {
    Key: await keyOf(typed),
    UpdateExpression: 'SET usedFor = :person',
    ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(usedFor)',
    ExpressionAttributeValues: { ':person': person },
  },
});
