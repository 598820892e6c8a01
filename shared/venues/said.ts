import type { Changed } from '../audit/changed.ts';
import type { Hours, Room } from './room.ts';
import { roomOf, type Venue } from './venue.ts';

/**
 * What a change of a venue was, for the record. All that keepers set up is said here: what is not said has not
 * changed, and a change of it alone would be none. So the fields that are not said are named, and no others.
 */
export type SaidOfVenue = Exclude<
  keyof Venue,
  'id' | 'version' | 'org' | 'rooms' | 'settling' | 'changed' | 'accepted'
>;
/** The door's code has words of its own: it is a secret. */
export type SaidOfRoom = Exclude<keyof Room, 'id' | 'door'>;

const MOST_SAID = 200;
/** A value as it stands in a record: short, and readable years later. */
const said = (value: unknown): string => {
  const words = typeof value === 'string' ? value : value === undefined ? '' : String(value);
  return words.length > MOST_SAID ? `${words.slice(0, MOST_SAID - 1)}…` : words;
};
/** Opening hours from Sunday to Saturday: `- 09:00-21:00 …`. */
const saidHours = (hours: Hours) =>
  hours.map((spans) => spans.map(({ from, until }) => `${from}-${until}`).join('+') || '-').join(' ');

/** What of a venue stands in records. A door's code is a secret: only that it is another one is said. */
const sayVenue = ({ hours, next, closedDays, photos, ...venue }: Venue) =>
  ({
    ...{ name: venue.name, address: venue.address, phone: venue.phone, words: venue.words },
    ...{ latitude: venue.latitude, longitude: venue.longitude },
    hours: saidHours(hours),
    next: next && `${next.from} ${saidHours(next.hours)}`,
    closedDays: closedDays.join(' '),
    // Each with its words, in their order.
    photos: photos?.map(({ words }, i) => `${i + 1} ${words}`).join(' '),
  }) satisfies Record<SaidOfVenue, unknown>;
const sayRoom = ({ name, kind, slotMinutes, next, capacity, daysAhead, opensAtHour, ...room }: Room) =>
  ({
    ...{ name, kind, slotMinutes, capacity, daysAhead, opensAtHour },
    next: next && `${next.from} ${next.slotMinutes}`,
    audience: room.audience.occupations.join(' '),
    needsApproval: room.needsApproval,
    retired: room.retired,
  }) satisfies Record<SaidOfRoom, unknown>;

function differing(before: object | undefined, after: object, of = ''): Changed[] {
  const was: Record<string, unknown> = { ...before };
  return Object.entries(after).flatMap(([field, is]) =>
    said(was[field]) === said(is)
      ? []
      : [{ field: `${of}${field}`, before: said(was[field]), after: said(is) }],
  );
}

/** What differs between a venue before and after, for the record. */
export function changesOf(before: Venue | undefined, after: Venue): Changed[] {
  const rooms = after.rooms.flatMap((room) => {
    const was = before && roomOf(before, room.id);
    const door = was && was.door !== room.door ? [{ field: `${room.name}·door`, before: '', after: '' }] : [];
    return [...differing(was && sayRoom(was), sayRoom(room), `${room.name}·`), ...door];
  });
  return [...differing(before && sayVenue(before), sayVenue(after)), ...rooms].slice(0, 60);
}
