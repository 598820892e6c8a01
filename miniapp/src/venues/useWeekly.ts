import { DAY, dayOf } from '@niangjia/shared/time';
import type { FreeSlot } from '@niangjia/shared/venues/freeSlot';
import { useState } from 'react';
import { useDeed } from '../useDeed.ts';
import { venuesApi } from './venuesApi.ts';
import type { Week } from './WeekRow.tsx';

/** Booking every week, and what came of each date; one that was taken can be booked elsewhere by itself. */
export function useWeekly(venue: string) {
  const [weeks, setWeeks] = useState<readonly Week[]>();
  const deed = useDeed();
  const book = (group: string, room: string, start: number, count: number) =>
    deed.run(async () => {
      const until = dayOf(start + (count - 1) * 7 * DAY);
      setWeeks((await venuesApi.bookWeekly({ group, venue, room, start, until })).weeks);
    });
  const bookInstead = (group: string, lost: Week, { room, start }: FreeSlot) =>
    deed.run(async () => {
      const answer = await venuesApi.bookWeekly({ group, venue, room, start, until: dayOf(start) });
      const [got] = answer.weeks;
      setWeeks((before) => before?.map((week) => (week.start === lost.start && got ? got : week)));
    });
  return { weeks, deed, book, bookInstead };
}
