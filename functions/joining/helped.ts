import { Refusal } from '@niangjia/shared/refusal';
import { HOUR, type Instant, SECOND } from '@niangjia/shared/time';
import { ConditionFailed, updateItem } from '../table.ts';

/**
 * Whom each member of staff helped to join in an hour, as one set of people: the same person counts once,
 * however often the request is sent.
 */

const keyOf = (staff: string, hour: Instant) => ({
  pk: `PERSON#${staff}`,
  sk: `HELPED#${String(hour).padStart(15, '0')}`,
});

/** Counts a person against whoever helps them; throws HELPED_TOO_MANY past `most` in this hour. */
export async function countHelped(staff: string, person: string, most: number, now: Instant): Promise<void> {
  const hour = now - (now % HOUR);
  try {
    await updateItem(keyOf(staff, hour), {
      UpdateExpression: 'ADD people :person SET expiresAt = :end',
      ConditionExpression: 'attribute_not_exists(people) OR size(people) < :most OR contains(people, :id)',
      ExpressionAttributeValues: {
        ':person': new Set([person]),
        ':id': person,
        ':most': most,
        ':end': (hour + 2 * HOUR) / SECOND,
      },
    });
  } catch (error) {
    if (error instanceof ConditionFailed) throw new Refusal('HELPED_TOO_MANY');
    throw error;
  }
}
