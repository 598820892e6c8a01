import type { Message } from '@niangjia/shared/messages/message';
import type { Instant } from '@niangjia/shared/time';
import { liftNoShow, strike } from '@niangjia/shared/venues/calendar';
import type { KeeperReason, KeepersWord } from '@niangjia/shared/venues/keepersWord';
import type { NoShow } from '@niangjia/shared/venues/noShow';
import type { Slot } from '@niangjia/shared/venues/slot';
import { changeCalendar, getCalendar } from '../../calendars.ts';
import { tell } from '../../inbox.ts';
import { recordDecision } from '../../records.ts';
import { told, toldOfNoShow } from '../told.ts';
import { knownVenue } from '../venues.ts';

/** What the stream makes of keepers' words on a slot: who it is about is told, and it is recorded. */

const outcomes = ['confirmed', 'refused', 'cancelled', 'closed'] as const;
type Outcome = (typeof outcomes)[number];
const isOutcome = (how: string): how is Outcome => outcomes.some((outcome) => outcome === how);

interface Decided {
  readonly id: string;
  readonly person: string;
  readonly word: KeepersWord;
  readonly to: Outcome;
}

/** What keepers decided on places of this slot: those that ended, and those that stand. */
export const decisionsIn = ({ ended, places }: Slot): Decided[] => [
  ...ended.flatMap(({ id, person, how, word }) =>
    word && isOutcome(how) ? [{ id, person, word, to: how }] : [],
  ),
  ...places.flatMap(({ id, person, confirmed: word }) =>
    word ? [{ id, person, word, to: 'confirmed' as const }] : [],
  ),
];

const offFor: Readonly<Record<KeeperReason, Message['kind']>> = {
  repair: 'bookingOffRepair',
  event: 'bookingOffEvent',
  staffing: 'bookingOffStaffing',
  rules: 'bookingOffRules',
};
function messageFor({ to, word: { reason = 'staffing' } }: Decided): Message['kind'] {
  if (to === 'confirmed') return 'bookingConfirmed';
  return to === 'refused' ? 'bookingRefused' : offFor[reason];
}

/** Tells it, records it, and takes what ended out of the person's calendar; each once, however often it is told. */
export async function tellDecided({ room, start, end }: Slot, decided: Decided, now: Instant): Promise<void> {
  const { id, person, word, to } = decided;
  const { by, at, authority, reason } = word;
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
      role: 'venueKeeper',
      authority,
      at,
      from: to === 'confirmed' || to === 'refused' ? 'pending' : 'booked',
      to,
      reason,
    });
  }
  if (to === 'confirmed') return;
  await changeCalendar(await getCalendar(person), (calendar) => strike(calendar, [id], at));
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
