import { castVenues } from '@niangjia/shared/castVenues';
import { MINUTE } from '@niangjia/shared/time';
import { firstVenuesPolicy } from '@niangjia/shared/venues/policy';
import { onTheMap } from '../../miniapp/src/gcj02.ts';

/** Where a phone is, as a satellite says it; the venue stands there on the map. */
export const here = { latitude: 39.9337, longitude: 116.3601 };
/** A house that is open day and night, with a slot every quarter of an hour, so that one can always check in. */
export const allDay = {
  ...castVenues.xinjiekouHome,
  ...onTheMap(here),
  id: 'G2dVleUxqEHraUZjwGxiww',
  name: '西直门职工驿站',
  hours: Array.from({ length: 7 }, () => [{ from: '00:00', until: '24:00' }]),
  rooms: castVenues.xinjiekouHome.rooms.slice(0, 2).map((room, i) => ({
    ...room,
    id: ['38oteDDIMfT9OkoiOJG-DQ', 'quK0Tb48IJBHDzy5xzhksg'][i] ?? '',
    door: ['12KdajgRmmV-Zkc1emPOig', 'Aizn1yMsEtfwiICqccwl1g'][i] ?? '',
    slotMinutes: 15,
  })),
};

const QUARTER = 15 * MINUTE;

/** As the first city's, but offers are made at any hour, and one can check in to a slot that `soon` gives. */
export const allDayPolicy = {
  ...firstVenuesPolicy,
  ...{ quietFrom: 24, quietUntil: 0, checkInBefore: QUARTER + MINUTE },
};

/** When its next slot begins that is not about to begin, which is too near for a booking: in 1 to 16 minutes. */
export function soon(): number {
  return Math.ceil((Date.now() + MINUTE) / QUARTER) * QUARTER;
}
