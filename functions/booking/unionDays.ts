import { dayOf, type Instant } from '@niangjia/shared/time';
import type { Venue } from '@niangjia/shared/venues/venue';
import type { Member } from '../members.ts';
import { ConditionFailed, getItem, updateItem } from '../table.ts';

/**
 * How much of a venue's day a basic union's members have booked: one item a union, venue and day, which
 * names each booking and when it starts. A booking named here whose slot does not name it is void.
 */

interface UnionDay {
  readonly org: string;
  readonly venue: string;
  /** `YYYY-MM-DD` */
  readonly day: string;
}

/** Only a basic union's members share a limit: those of a unit. A street's joint union has thousands. */
export const unionDayOf = ({ employment, org }: Member, venue: Venue, at: Instant): UnionDay | undefined =>
  employment.kind === 'unit' ? { org: org.id, venue: venue.id, day: dayOf(at) } : undefined;

const keyOf = ({ org, venue, day }: UnionDay) => ({ pk: `UNION#${org}#${venue}`, sk: `DAY#${day}` });
const BOOKING = 'booking:';

/** A booking named in a union's day. */
export interface Named {
  readonly id: string;
  readonly room: string;
  readonly start: number;
  readonly end: number;
}

const named = (item: Record<string, unknown> | undefined): Named[] =>
  Object.entries(item ?? {})
    .filter(([name]) => name.startsWith(BOOKING))
    .map(([name, value]) => ({ ...(value as Omit<Named, 'id'>), id: name.slice(BOOKING.length) }));

/**
 * Names a booking where there is room for it; otherwise returns those that are in the way. One that is given
 * up for it, named on the same day, leaves it its room.
 */
export async function nameBooking(
  day: UnionDay,
  { id, ...booking }: Named,
  most: number,
  insteadOf?: string,
): Promise<readonly Named[]> {
  const seen = insteadOf ? named(await getItem(keyOf(day))) : [];
  const lent = seen.some((other) => other.id === insteadOf) ? 1 : 0;
  try {
    await updateItem(keyOf(day), {
      UpdateExpression: 'SET #booking = :booking, expiresAt = :expiry ADD taken :one',
      ConditionExpression: `attribute_not_exists(#booking) AND (attribute_not_exists(taken) OR taken < :most)${
        lent ? ' AND attribute_exists(#instead)' : ''
      }`,
      ExpressionAttributeNames: {
        '#booking': BOOKING + id,
        ...(lent ? { '#instead': BOOKING + insteadOf } : {}),
      },
      ExpressionAttributeValues: {
        ':booking': booking,
        ':one': 1,
        ':most': most + lent,
        // A week after the day nobody asks any more; in seconds since the epoch.
        ':expiry': Math.floor(booking.end / 1000) + 7 * 24 * 3600,
      },
    });
    return [];
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
    const others = named(error.item);
    return others.some((other) => other.id === id) ? [] : others;
  }
}

/** Names a booking no more, once. */
export async function dropBooking(day: UnionDay, id: string): Promise<void> {
  try {
    await updateItem(keyOf(day), {
      UpdateExpression: 'REMOVE #booking ADD taken :less',
      ConditionExpression: 'attribute_exists(#booking)',
      ExpressionAttributeNames: { '#booking': BOOKING + id },
      ExpressionAttributeValues: { ':less': -1 },
    });
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
  }
}

/** The bookings that a union's day names, those that came to nothing among them; for showing. */
export const namedOn = async (day: UnionDay): Promise<readonly Named[]> =>
  named(await getItem(keyOf(day), { eventual: true }));
