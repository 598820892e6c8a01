import { dayOf } from '@niangjia/shared/time';
import { firstVenuesPolicy } from '@niangjia/shared/venues/policy';
import type { Reply } from '../../dev/api.ts';
import { putVenuesPolicy } from '../../functions/policies.ts';
import { none, underFaults } from '../layers/faults.ts';
import { member, openedVenue, tomorrowAt } from '../venues/house.ts';
import type { Figure } from './figure.ts';
import type { Measured } from './operations.ts';

/** What booking costs: each operation once, in a house of four courts. */

// Write units, read units, round trips one after another.
const most = (writes: number, reads: number, trips: number) => ({ writes, reads, trips });
const unit = { kind: 'unit', unit: '新街口物业服务中心' };

/** Makes offers at any hour, so that the bench costs the same at night. */
export const offersAtNight = () => putVenuesPolicy({ ...firstVenuesPolicy, quietFrom: 24, quietUntil: 0 });

/** Measures each operation of a member once, for people numbered from `first`. */
export async function venueOperations(first: number, size: string): Promise<Measured[]> {
  const figures: Measured[] = [];
  const table = `One operation of venues, with ${size} items in the table: units and round trips`;
  async function measure(name: string, budget: Figure['budget'], request: () => Promise<Reply<unknown>>) {
    const { answer, calls } = await underFaults(none, request);
    if (answer.status !== 200 && answer.refusal?.code !== 'SLOT_TAKEN')
      throw new Error(`${name}: ${JSON.stringify(answer.body)}`);
    figures.push({ feature: 'venues', table, name, measured: { ...answer.cost }, budget, calls, person: '' });
    return answer.body as { id: string };
  }
  const { id: venue, rooms } = await openedVenue(4);
  const at = (court: number, clock: string) => ({
    venue,
    room: rooms[court]?.id ?? '',
    start: tomorrowAt(clock),
  });
  const person = (offset: number, employment?: object) => member(first + offset, employment);
  const [one, two, worker] = [await person(0), await person(1), await person(2, unit)];
  const day = dayOf(tomorrowAt('12:00'));
  // A running function knows the house and the policy.
  await two.call('bookSlot', at(3, '18:00'));

  const booked = await measure('book a slot', most(5, 1.5, 3), () => one.call('bookSlot', at(0, '12:00')));
  await measure('book a slot, somebody of a unit', most(5, 1.5, 3), () =>
    worker.call('bookSlot', at(1, '12:00')),
  );
  await measure('lose a slot', { writes: 2 }, () => two.call('bookSlot', at(0, '12:00')));
  const waits = await measure('get in line', undefined, () => two.call('waitForSlot', at(0, '12:00')));
  await measure('a day of four courts', undefined, () => one.call('getDay', { venue, day }));
  await measure('free this evening, one house', undefined, () =>
    one.call('listFree', { venues: venue, day, from: '18:00' }),
  );
  await measure('the own bookings (1)', undefined, () => one.call('listBookings', {}));
  await measure('cancel, and offer the place on', undefined, () =>
    one.call('cancelBooking', { id: booked.id }),
  );
  const other = await person(3);
  const kept = (await other.call('bookSlot', at(2, '12:00'))).body;
  await measure('change a booking', undefined, () =>
    other.call('changeBooking', { id: kept.id, ...at(2, '14:00') }),
  );
  await measure('take an offer, a lost try in the way', undefined, () =>
    two.call('acceptOffer', { id: waits.id }),
  );
  await measure('cancel', most(3, 2.5, 4), () => two.call('cancelBooking', { id: waits.id }));
  return figures;
}
