import type { AnswerOf } from '@niangjia/shared/contract';
import { Refusal } from '@niangjia/shared/refusal';
import { DAY, dayOf, instantOf } from '@niangjia/shared/time';
import { keeping } from '@niangjia/shared/venues/keeperContract';
import { whyNotPeriod } from '@niangjia/shared/venues/keeping';
import type { Place, Slot } from '@niangjia/shared/venues/slot';
import { slotsOfDay } from '../../booking/slots.ts';
import { fromCursor, toCursor } from '../../cursor.ts';
import { staffHandler } from '../../handler.ts';
import { maskedNames } from '../../members.ts';
import { venueSubject } from './kept.ts';

type Booking = AnswerOf<typeof keeping.listKeptBookings>['bookings'][number];
type Row = Omit<Booking, 'room'> & { readonly person: string };

const byOf = ({ group, word }: Place): Booking['by'] => {
  if (group) return 'group';
  return word ? 'keeper' : 'member';
};

/** Bookings of a slot and what became of each; an offer is none yet, and a wait never was. */
function rowsOf({ start, end, places, ended }: Slot): Row[] {
  const stand = places.flatMap((place): Row[] => {
    const { person, state, came } = place;
    if (state === 'offered') return [];
    return [{ start, end, person, outcome: came ? 'came' : state, by: byOf(place) }];
  });
  const over = ended.flatMap(({ person, how, lifted }): Row[] => {
    if (how === 'cancelled') return [{ start, end, person, outcome: 'cancelled' }];
    if (how !== 'released') return [];
    return [{ start, end, person, outcome: lifted ? 'lifted' : 'missed' }];
  });
  return [...stand, ...over];
}

/** So many queries at once, and in all for a page; a page ends with the room's day in which it has enough rows. */
const [AT_ONCE, MOST, ENOUGH] = [20, 60, 500];

/** A venue's bookings of a period, day by day and room by room: a query each, then the names, masked. */
export const listKeptBookings = staffHandler(keeping.listKeptBookings, {
  subject: venueSubject,
  handle: async ({ input: { from, until, cursor }, subject: venue }) => {
    const [first, last] = [instantOf(from, '00:00'), instantOf(until, '24:00')];
    const why = whyNotPeriod({ from: first, until: last });
    if (why) throw new Refusal(why);
    const days = Array.from({ length: (last - first) / DAY }, (_, i) => dayOf(first + i * DAY));
    const all = days.flatMap((day) => venue.rooms.map((room) => ({ day, room })));
    const list = `bookings ${venue.id} ${from} ${until}`;
    const at = Number((await fromCursor(list, cursor))?.at ?? 0);
    const rows: (Row & { room: string })[] = [];
    let next = at;
    while (next < all.length && next < at + MOST && rows.length < ENOUGH) {
      const wave = all.slice(next, next + AT_ONCE);
      const read = await Promise.all(wave.map(({ room, day }) => slotsOfDay(room.id, day)));
      for (const [i, { room }] of wave.entries()) {
        if (rows.length >= ENOUGH) break;
        const slots = (read[i] ?? []).sort((a, b) => a.start - b.start);
        rows.push(...slots.flatMap(rowsOf).map((row) => ({ ...row, room: room.name })));
        next++;
      }
    }
    const names = await maskedNames(rows.map(({ person }) => person));
    return {
      bookings: rows.map(({ person, ...row }) => ({ ...row, name: names.get(person) })),
      cursor: await toCursor(list, next < all.length ? { at: next } : undefined),
    };
  },
});
