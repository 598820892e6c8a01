import { DAY, dayOf, HOUR, type Instant, instantOf, MINUTE, weekOf } from '@niangjia/shared/time';

/**
 * What booking is by its rules, in the plainest way: one world in memory, one act after another. It shares
 * no code with what it judges. People, bookings and waits are numbers.
 */

interface Place {
  n: number;
  who: number;
  state: 'confirmed' | 'pending' | 'offered';
  until?: Instant;
  came?: boolean;
}
export interface Slot {
  room: number;
  start: Instant;
  end: Instant;
  closed: boolean;
  places: Place[];
  line: { n: number; who: number }[];
  ended: { n: number; who: number; at: Instant; how: string }[];
}
export interface World {
  now: Instant;
  /** Those that somebody has touched, by name. */
  slots: Record<string, Slot>;
  /** What people's ledgers say. */
  noShows: { n: number; who: number; start: Instant; lifted: boolean }[];
  appeals: Record<number, 'open' | 'kept' | 'lifted'>;
  /** What the stream has not brought to the ledgers yet. */
  unheard: { n: number; who: number; start: Instant; lifted: boolean }[];
  /** Bookings that were made as such, and offers that were taken. */
  entered: number[];
}
/** A slot by its room and start. */
export interface At {
  room: number;
  start: Instant;
}
export type Outcome = string;

export const rooms = [
  { minutes: 60, capacity: 1, needsApproval: false },
  { minutes: 90, capacity: 2, needsApproval: true },
] as const;
/** Those who work in a unit, and share its limit. */
export const inUnit = [3, 4];
/** Fewer and shorter than the policy has it, so that the limits are met. */
export const limits = { ahead: 2, week: 2.5 * HOUR, union: 2 };

export const emptyWorld = (now: Instant): World => ({
  now,
  slots: {},
  noShows: [],
  appeals: {},
  unheard: [],
  entered: [],
});

const roomOf = (room: number) => rooms[room] ?? rooms[0];
export const nameOf = ({ room, start }: At) => `${room} ${start}`;
export function slotAt(world: World, { room, start }: At): Slot {
  const end = start + roomOf(room).minutes * MINUTE;
  const fresh: Slot = { room, start, end, closed: false, places: [], line: [], ended: [] };
  world.slots[nameOf({ room, start })] ??= fresh;
  return world.slots[nameOf({ room, start })] ?? fresh;
}
export const slotOf = ({ slots }: World, n: number): Slot | undefined =>
  Object.values(slots).find(({ places, line, ended }) =>
    [...places, ...line, ...ended].some((entry) => entry.n === n),
  );
export const placeOf = (slot: Slot | undefined, n: number) => slot?.places.find((place) => place.n === n);
export const endingOf = (slot: Slot | undefined, n: number) =>
  slot?.ended.find((entry) => entry.n === n)?.how;
const free = ({ room, places }: Slot) => roomOf(room).capacity - places.length;

/** People sleep from ten to eight. */
export const isNight = (at: Instant) => {
  const hour = (at - instantOf(dayOf(at), '00:00')) / HOUR;
  return hour >= 22 || hour < 8;
};

/** Every place that is somebody's own by now; an offer is not yet. */
const own = ({ slots }: World, who: number) =>
  Object.values(slots).flatMap((slot) =>
    slot.places.flatMap((place) =>
      place.who === who && place.state !== 'offered' ? [{ ...slot, n: place.n }] : [],
    ),
  );

/** Two no-shows that count, within thirty days, end booking for thirty days from the second. */
export function bannedUntil({ noShows, now }: World, who: number): Instant | undefined {
  const starts = noShows.filter((one) => one.who === who && !one.lifted).map(({ start }) => start);
  const bans = starts.flatMap((second) =>
    starts.some((first) => first < second && second - first <= 30 * DAY) ? [second + 30 * DAY] : [],
  );
  const until = Math.max(0, ...bans);
  return until > now ? until : undefined;
}

export const whyNotOpen = ({ now }: World, { start }: Slot) => {
  const opens = instantOf(dayOf(start), '00:00') - 7 * DAY + 8 * HOUR;
  if (now >= start) return 'SLOT_PAST';
  return now < opens ? 'SLOT_NOT_OPEN' : undefined;
};

/** Why somebody can't have a slot for what they have already, were `without` gone. */
export function whyNotMore(
  world: World,
  who: number,
  slot: Slot,
  without: number | undefined,
): Outcome | undefined {
  if (bannedUntil(world, who)) return 'BOOKING_BANNED';
  const mine = own(world, who).filter(({ n }) => n !== without);
  const ahead = mine.filter(({ end }) => end > world.now);
  if (ahead.some(({ start, end }) => start < slot.end && slot.start < end)) return 'ELSEWHERE_THEN';
  if (ahead.length >= limits.ahead) return 'TOO_MANY_AHEAD';
  const week = mine.filter(({ start }) => weekOf(start) === weekOf(slot.start));
  const length = [...week, slot].reduce((sum, { start, end }) => sum + end - start, 0);
  if (length > limits.week) return 'TOO_LONG_A_WEEK';
  const colleagues = inUnit.flatMap((other) => own(world, other));
  const thatDay = colleagues.filter(({ n, start }) => n !== without && dayOf(start) === dayOf(slot.start));
  return inUnit.includes(who) && thatDay.length >= limits.union ? 'UNION_DAY_FULL' : undefined;
}
export const whyNotTake = (slot: Slot) => {
  if (slot.closed) return 'SLOT_CLOSED';
  return free(slot) <= 0 || slot.line.length > 0 ? 'SLOT_TAKEN' : undefined;
};
export function whyNotCancel({ now }: World, n: number, slot: Slot | undefined): Outcome | undefined {
  const place = placeOf(slot, n);
  if (!slot || !place || place.state === 'offered') return 'NOT_BOOKED';
  if (place.came) return 'ALREADY_CAME';
  return now > slot.start - 30 * MINUTE ? 'CANCEL_TOO_LATE' : undefined;
}

/** What somebody would be told before they tap: why not, or that they can. */
export const whyNots = (world: World, who: number, at: At): Outcome[] => {
  const slot = slotAt(world, at);
  return [whyNotOpen(world, slot), whyNotTake(slot), whyNotMore(world, who, slot, undefined)].flatMap(
    (why) => why ?? [],
  );
};

/** Free places are offered, to who is first: for half an hour, or until the start; never by night. */
export function offerOn({ now }: World, slot: Slot): void {
  if (slot.line.length > 0 && slot.start - now < 5 * MINUTE) {
    slot.ended.push(...slot.line.map((waiting) => ({ ...waiting, at: now, how: 'notReached' })));
    slot.line = [];
  }
  while (slot.line.length > 0 && free(slot) > 0 && !slot.closed && !isNight(now)) {
    const first = slot.line.shift();
    const until = Math.min(now + 30 * MINUTE, slot.start);
    if (first) slot.places.push({ ...first, state: 'offered', until });
  }
}
export function endPlace(world: World, slot: Slot, n: number, how: string): void {
  const place = placeOf(slot, n);
  if (!place) return;
  slot.places = slot.places.filter((other) => other !== place);
  slot.ended.push({ n, who: place.who, at: world.now, how });
  offerOn(world, slot);
}

export const stateIn = ({ room }: Slot) => (roomOf(room).needsApproval ? 'pending' : 'confirmed');
