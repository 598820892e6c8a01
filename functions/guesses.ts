import { Refusal } from '@niangjia/shared/refusal';
import { HOUR, type Instant, SECOND } from '@niangjia/shared/time';
import { updateItem } from './table.ts';

/** Wrong codes an account may try in an hour before it is told to stop. */
const MISSES_AN_HOUR = 20;

/**
 * Counts a code that led nowhere against the account that tried it; throws TOO_MANY_GUESSES past the
 * limit. Limits are per account, never per address: a whole depot shares one.
 */
export async function countMiss(person: string, now: Instant): Promise<void> {
  const hour = Math.floor(now / HOUR);
  const { misses } = await updateItem(
    { pk: `PERSON#${person}`, sk: `MISSES#${hour}` },
    {
      UpdateExpression: 'ADD misses :one SET expiresAt = :end',
      ExpressionAttributeValues: { ':one': 1, ':end': ((hour + 2) * HOUR) / SECOND },
    },
  );
  if (Number(misses) > MISSES_AN_HOUR) throw new Refusal('TOO_MANY_GUESSES');
}
