import { Refusal } from '@niangjia/shared/refusal';
import { DAY, type Instant, SECOND } from '@niangjia/shared/time';
import { ConditionFailed, updateItem } from '../../table.ts';

/**
 * What a keeper's request was sent for, for a day. A member's key is found in their own calendar; a keeper's may come
 * again for another guest, or for another slot, whose calendar and slot know nothing of the first.
 */

interface Sent {
  readonly person: string;
  readonly room: string;
  readonly start: Instant;
}

/** Notes for whom and where a request was sent; the same again is the same. Throws KEY_REUSED for anything else. */
export async function useKey(id: string, { person, room, start }: Sent, now: Instant): Promise<void> {
  try {
    await updateItem(
      { pk: `REQUEST#${id}`, sk: 'REQUEST' },
      {
        UpdateExpression: 'SET sentFor = :sentFor, expiresAt = :end',
        ConditionExpression: 'attribute_not_exists(sentFor) OR sentFor = :sentFor OR expiresAt < :now',
        ExpressionAttributeValues: {
          ':sentFor': `${person} ${room} ${start}`,
          ':now': Math.floor(now / SECOND),
          ':end': Math.floor((now + DAY) / SECOND),
        },
      },
    );
  } catch (error) {
    throw error instanceof ConditionFailed ? new Refusal('KEY_REUSED') : error;
  }
}
