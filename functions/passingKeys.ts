import { randomBytes } from 'node:crypto';
import { PASSING_LASTS, PASSING_WEEKS } from '@niangjia/shared/joining/forgetting';
import { Bytes } from '@niangjia/shared/sealed';
import type { Instant } from '@niangjia/shared/time';
import * as v from 'valibot';
import { seal, secrets, unseal } from './secrets.ts';
import { absent, atVersion, ConditionFailed, getItem, keyTableName, putItem } from './table.ts';

/**
 * Keys for what is needed for a short while without its person's own key: what a queue shows, masked, and the
 * WeChat account of a binding code. One a week for everybody, so that a page of a queue costs no reads of
 * keys; destroyed after three weeks, so that no copy of the table can be read for longer.
 */

const KEY = { pk: 'PASSING' };
const WEEK = PASSING_LASTS / PASSING_WEEKS;
const weekOf = (at: Instant) => Math.floor(at / WEEK);

/** Wrapped keys by week. */
const Stored = v.object({ version: v.number(), keys: v.record(v.string(), Bytes) });
type Stored = v.InferOutput<typeof Stored>;

const nameOf = (week: number) => `passing ${week}`;

/** Those that are good in a week, with that week's own added. */
async function turned(stored: Stored | undefined, week: number): Promise<Stored> {
  const { wrapping } = await secrets();
  const good = Object.entries(stored?.keys ?? {}).filter(([each]) => Number(each) > week - PASSING_WEEKS);
  const fresh = { [week]: seal(wrapping, randomBytes(32), nameOf(week)) };
  return { version: (stored?.version ?? 0) + 1, keys: { ...fresh, ...Object.fromEntries(good) } };
}

const isTurned = ({ keys }: Stored, week: number) =>
  String(week) in keys && Object.keys(keys).every((each) => Number(each) > week - PASSING_WEEKS);

const TRIES = 3;

/** The keys as they are to be in a week; whoever comes first in it destroys the old ones and adds the new one. */
async function storedFor(week: number): Promise<Stored> {
  const item = await getItem(KEY, { table: keyTableName() });
  let stored = item && v.parse(Stored, item);
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    if (stored && isTurned(stored, week)) return stored;
    const next = await turned(stored, week);
    try {
      await putItem({ ...KEY, ...next }, stored ? atVersion(stored.version) : absent, keyTableName());
      return next;
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
      stored = error.item && v.parse(Stored, error.item);
    }
  }
  throw new Error('the passing keys were changed again and again');
}

async function load(week: number): Promise<Map<number, Uint8Array>> {
  const [{ wrapping }, { keys }] = await Promise.all([secrets(), storedFor(week)]);
  return new Map(
    Object.entries(keys).map(([each, wrapped]) => [
      Number(each),
      unseal(wrapping, wrapped, nameOf(Number(each))),
    ]),
  );
}

let known: { table: string; week: number; keys: Map<number, Uint8Array> } | undefined;

/** The keys that are good now, read once a week by each running function; a request that fails fails alone. */
async function keysNow(now: Instant): Promise<Map<number, Uint8Array>> {
  const [table, week] = [keyTableName(), weekOf(now)];
  if (known?.table === table && known.week === week) return known.keys;
  const keys = await load(week);
  known = { table, week, keys };
  return keys;
}

/** Destroys the keys that are over, where nobody has since. */
export const dropPassedKeys = async (now: Instant): Promise<void> => {
  await storedFor(weekOf(now));
};

const contextOf = (purpose: string, holder: string) => `${purpose}\n${holder}`;
/** The week stands before the ciphertext, in two bytes. */
const PREFIX = 2;

/** Seals a value for `purpose` and one holder, for weeks. */
export async function sealPassing(
  purpose: string,
  holder: string,
  value: unknown,
  now: Instant,
): Promise<Uint8Array> {
  const week = weekOf(now);
  const key = (await keysNow(now)).get(week);
  if (!key) throw new Error('this week has no key');
  const prefix = Buffer.alloc(PREFIX);
  prefix.writeUInt16BE(week);
  return Buffer.concat([prefix, seal(key, Buffer.from(JSON.stringify(value)), contextOf(purpose, holder))]);
}

/** Opens it again; undefined once its key is over, and for another purpose or holder. */
export async function openPassing(
  purpose: string,
  holder: string,
  sealed: Uint8Array,
  now: Instant,
): Promise<unknown> {
  const bytes = Buffer.from(sealed);
  const key = (await keysNow(now)).get(bytes.readUInt16BE());
  if (!key) return undefined;
  try {
    return JSON.parse(
      Buffer.from(unseal(key, bytes.subarray(PREFIX), contextOf(purpose, holder))).toString(),
    );
  } catch {
    return undefined;
  }
}
