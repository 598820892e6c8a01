import type { ResponseOf } from '@niangjia/shared/contract';
import { csvOf } from '@niangjia/shared/csv';
import { clockOf, dayOf } from '@niangjia/shared/time';
import type { keeping } from '@niangjia/shared/venues/keeperContract';
import { exportTexts as texts } from './use.text.ts';

export type KeptBooking = ResponseOf<typeof keeping.listKeptBookings>['bookings'][number];

/** Bookings as a spreadsheet's file: a line each under the columns' names. */
export const bookingsFile = (bookings: readonly KeptBooking[]): string =>
  csvOf([
    texts.columns,
    ...bookings.map(({ start, end, room, name, outcome, by }) => [
      dayOf(start),
      clockOf(start),
      clockOf(end),
      room,
      name ?? '',
      texts.outcomes[outcome],
      by ? texts.by[by] : '',
    ]),
  ]);
