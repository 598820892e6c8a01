import { Accepted, acceptedBefore, type RequestMark } from '@niangjia/shared/retry';
import { DAY, dayOf, type Instant, instantOf, SECOND } from '@niangjia/shared/time';
import * as v from 'valibot';
import { absent, atVersion, ConditionFailed, type Item, putItem, queryItems } from '../../table.ts';

/** How much somebody wrote on a day: one item a person and day, with the requests that wrote it. It goes by itself. */

const PREFIX = 'COMMENTS#';
const pkOf = (person: string) => `PERSON#${person}`;
const Written = v.object({ version: v.number(), accepted: v.array(Accepted) });
type Written = v.InferOutput<typeof Written>;
const none: Written = { version: 0, accepted: [] };

/** What somebody wrote today, and what the same request wrote within a day. */
interface Known {
  readonly today: Written;
  readonly earlier: Accepted | undefined;
}

/** What is known of somebody's writing now. */
export async function writtenBy(person: string, request: RequestMark, now: Instant): Promise<Known> {
  const { items } = await queryItems({
    KeyConditionExpression: 'pk = :person AND sk BETWEEN :yesterday AND :today',
    ExpressionAttributeValues: {
      ':person': pkOf(person),
      ':yesterday': PREFIX + dayOf(now - DAY),
      ':today': PREFIX + dayOf(now),
    },
    ConsistentRead: true,
  });
  const days = items.map((item) => v.parse(Written, item));
  const today = items.findIndex(({ sk }) => sk === PREFIX + dayOf(now));
  const accepted = days.flatMap((day) => day.accepted);
  return { today: days[today] ?? none, earlier: acceptedBefore(accepted, request, now) };
}

const TRIES = 4;

/** Counts one more, again from what has come in between; gives the request as it was accepted. */
export async function countWritten(
  person: string,
  seen: Written,
  request: RequestMark,
  now: Instant,
  next: (accepted: readonly Accepted[]) => Accepted[],
): Promise<Accepted | undefined> {
  const key = { pk: pkOf(person), sk: PREFIX + dayOf(now) };
  const expiresAt = Math.floor((instantOf(dayOf(now), '24:00') + 2 * DAY) / SECOND);
  let current = seen;
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const earlier = acceptedBefore(current.accepted, request, now);
    if (earlier) return earlier;
    const after = { version: current.version + 1, accepted: next(current.accepted) };
    try {
      const unless = current.version === 0 ? absent : atVersion(current.version);
      await putItem({ ...v.parse(Written, after), ...key, expiresAt } satisfies Item, unless);
      return after.accepted.find((one) => one.key === request.key);
    } catch (error) {
      if (!(error instanceof ConditionFailed) || !error.item) throw error;
      current = v.parse(Written, error.item);
    }
  }
  return undefined;
}
