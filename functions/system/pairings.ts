import { type Confirmed, confirmableUntil, Pairing } from '@niangjia/shared/pairing';
import { MINUTE, SECOND } from '@niangjia/shared/time';
import * as v from 'valibot';
import { absent, ConditionFailed, getItem, putItem } from '../table.ts';

/** Web pages that wait for a phone to sign them in: one item each, gone soon after it is over. */

const keyOf = (code: string) => ({ pk: `PAIRING#${code}`, sk: 'PAIRING' });
const LEFT = 10 * MINUTE;

const toItem = (pairing: Pairing) => ({
  ...v.parse(Pairing, pairing),
  ...keyOf(pairing.code),
  expiresAt: Math.floor((confirmableUntil(pairing) + LEFT) / SECOND),
});

/** A pairing as it is now. */
export async function getPairing(code: string): Promise<Pairing | undefined> {
  const item = await getItem(keyOf(code));
  return item && v.parse(Pairing, item);
}

/** The same from an eventually consistent read, which the page's asking goes by while nothing has happened. */
export async function peekPairing(code: string): Promise<Pairing | undefined> {
  const item = await getItem(keyOf(code), { eventual: true });
  return item && v.parse(Pairing, item);
}

/** Stores a new pairing; when the same page stored it before, returns what is there. */
export async function putPairing(pairing: Pairing): Promise<Pairing> {
  try {
    await putItem(toItem(pairing), absent);
    return pairing;
  } catch (error) {
    if (error instanceof ConditionFailed && error.item) return v.parse(Pairing, error.item);
    throw error;
  }
}

/** Stores who confirmed, where nobody had; returns what is there then, which may be somebody else's. */
export async function putConfirmed(pairing: Confirmed): Promise<Pairing> {
  try {
    await putItem(toItem(pairing), {
      ConditionExpression: '#status = :waiting',
      ExpressionAttributeNames: { '#status': 'status' },
      ExpressionAttributeValues: { ':waiting': 'waiting' },
    });
    return pairing;
  } catch (error) {
    if (error instanceof ConditionFailed && error.item) return v.parse(Pairing, error.item);
    throw error;
  }
}
