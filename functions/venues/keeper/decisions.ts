import type { Message } from '@niangjia/shared/messages/message';
import { clockOf, dayOf, type Instant } from '@niangjia/shared/time';
import { liftNoShow, strike } from '@niangjia/shared/venues/calendar';
import { isWalkIn } from '@niangjia/shared/venues/guest';
import type { KeeperReason, KeepersWord } from '@niangjia/shared/venues/keepersWord';
import type { NoShow } from '@niangjia/shared/venues/noShow';
import type { Slot } from '@niangjia/shared/venues/slot';
import { roomOf } from '@niangjia/shared/venues/venue';
import { knownVenue } from '../../booking/venues.ts';
import { changeCalendar, getCalendar } from '../../calendars.ts';
import { tell } from '../../inbox.ts';
import { recordDecision } from '../../records.ts';
import { told, toldOfNoShow } from '../told.ts';

/** What the stream makes of keepers' words on a slot: who it is about is told, and it is recorded. */

const endings = ['refused', 'cancelled', 'closed'] as const;
type Closing = (typeof endings)[number];
type Outcome = Closing | 'confirmed' | 'bookedFor' | 'letIn';
const isClosing = (how: string): how is Closing => endings.some((ending) => ending === how);

interface Decided {
  readonly id: string;
  readonly person: string;
  readonly word: KeepersWord;
  readonly to: Outcome;
}

/** What keepers decided on places of this slot: those that ended, and those that stand. */
export const decisionsIn = ({ ended, places }: Slot): Decided[] => [
  ...ended.flatMap(({ id, person, how, word }) =>
    word && isClosing(how) ? [{ id, person, word, to: how }] : [],
  ),
  ...places.flatMap(({ id, person, confirmed: word }) =>
    word ? [{ id, person, word, to: 'confirmed' as const }] : [],
  ),
  ...places.flatMap((place) => {
    const { id, person, word } = place;
    return word
      ? [{ id, person, word, to: isWalkIn(place) ? ('letIn' as const) : ('bookedFor' as const) }]
      : [];
  }),
];

const kinds = {
  confirmed: 'bookingConfirmed',
  refused: 'bookingRefused',
  bookedFor: 'bookedForYou',
  letIn: 'letIn',
} as const;
const offFor: Readonly<Record<KeeperReason, Message['kind']>> = {
  repair: 'bookingOffRepair',
  event: 'bookingOffEvent',
  staffing: 'bookingOffStaffing',
  hours: 'bookingOffHours',
  rules: 'bookingOffRules',
  mistake: 'bookingOffMistake',
};
function messageFor({ to, word: { reason = 'staffing' } }: Decided): Message['kind'] {
  return to === 'cancelled' || to === 'closed' ? offFor[reason] : kinds[to];
}
const states: Readonly<Record<Outcome, string>> = {
  confirmed: 'pending',
  refused: 'pending',
  cancelled: 'booked',
  closed: 'booked',
  bookedFor: 'free',
  letIn: 'free',
};

/** Tells it, records it, and takes what ended out of the person's calendar; each once, however often it is told. */
export async function tellDecided({ room, start, end }: Slot, decided: Decided, now: Instant): Promise<void> {
  const { id, person, word, to } = decided;
  const { by, at, authority, role = 'venueKeeper', reason } = word;
  const venue = await knownVenue(word.venue, now);
  const booking = await told({ venue: word.venue, room, start, end }, now);
  await tell(person, { kind: messageFor(decided), at, about: id, booking }, now);
  if (venue) {
    const { id: org, path, name } = venue.org;
    await recordDecision({
      kind: 'booking',
      person,
      about: id,
      org: { id: org, path, name },
      by,
      role,
      authority,
      at,
      from: states[to],
      to,
      reason,
    });
  }
  if (!isClosing(to)) return;
  await changeCalendar(await getCalendar(person), (calendar) => strike(calendar, [id], at));
}

/** `11-25 14:00` */
const say = (at: Instant) => `${dayOf(at).slice(5)} ${clockOf(at)}`;

/**
 * Records that a room was closed or opened again, once for the act: each of its slots tells the same moment, and one
 * thing, moment and outcome is one record.
 */
export async function recordTurned({ room: id, closed, turned }: Slot, now: Instant): Promise<void> {
  const venue = turned && (await knownVenue(turned.venue, now));
  const room = venue && roomOf(venue, id);
  if (!turned || !room) return;
  const { by, at, authority, role = 'venueKeeper', reason, from, until } = turned;
  const { id: org, path, name } = venue.org;
  await recordDecision({
    ...{ kind: 'room', person: id, thing: `${room.name} ${say(from)}–${say(until)}` },
    ...{ org: { id: org, path, name }, by, role, authority, at, reason },
    from: closed ? 'open' : 'closed',
    to: closed ? 'closed' : 'reopened',
  });
}

/** A keeper's word on a no-show. */
interface OnNoShow {
  readonly id: string;
  readonly person: string;
  readonly word: KeepersWord;
  /** Why it counts no more; undefined where it was kept. */
  readonly why: NonNullable<NoShow['lifted']>['why'] | undefined;
}

/** No-shows of this slot that were taken back. */
export const liftedIn = ({ ended }: Slot): OnNoShow[] =>
  ended.flatMap(({ id, person, lifted }) =>
    lifted
      ? [{ id, person, word: lifted, why: lifted.whole ? ('slotVoided' as const) : ('keeper' as const) }]
      : [],
  );

/** Lifts it in the person's ledger where it was taken back, tells them, and records it; each once. */
export async function tellOfNoShow({ id, person, word, why }: OnNoShow, now: Instant): Promise<void> {
  const { by, at, authority } = word;
  const calendar = await getCalendar(person);
  if (why) await changeCalendar(calendar, (current) => liftNoShow(current, id, { at, by, why }));
  const booking = await toldOfNoShow(calendar, id, now);
  await tell(person, { kind: why ? 'noShowLifted' : 'appealDeclined', at, about: id, booking }, now);
  const venue = await knownVenue(word.venue, now);
  if (!venue) return;
  const { id: org, path, name } = venue.org;
  await recordDecision({
    ...{ kind: 'noShow', person, about: id, org: { id: org, path, name } },
    ...{ by, role: 'venueKeeper', authority, at, from: 'counted', to: why ? 'lifted' : 'kept' },
  });
}
