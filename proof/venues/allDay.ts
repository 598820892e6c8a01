import { setTimeout as pause } from 'node:timers/promises';
import { castVenues } from '@niangjia/shared/castVenues';
import { MINUTE } from '@niangjia/shared/time';
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
const next = () => (Math.floor(Date.now() / QUARTER) + 1) * QUARTER;

/** When its next slot begins; one that is about to begin is too near for a booking. */
export async function nextQuarter(): Promise<number> {
  if (next() - Date.now() < MINUTE) await pause(next() - Date.now());
  return next();
}
