import { MINUTE } from '@niangjia/shared/time';
import {
  type At,
  bannedUntil,
  endingOf,
  endPlace,
  nameOf,
  type Outcome,
  offerOn,
  placeOf,
  slotAt,
  slotOf,
  stateIn,
  type World,
  whyNotCancel,
  whyNotMore,
  whyNotOpen,
  whyNotTake,
} from './world.ts';

export const membersActs = [
  'book',
  'change',
  'wait',
  'giveUp',
  'accept',
  'pass',
  'cancel',
  'checkIn',
  'appeal',
] as const;
export const keepersActs = ['see', 'cancelFor', 'settle', 'close', 'reopen', 'lift', 'settleAppeal'] as const;
export type Do = (typeof membersActs)[number] | (typeof keepersActs)[number] | 'tick' | 'hear';

/** What somebody does: which booking or wait it is about or makes, whose it is, which slot, what was decided. */
export interface Act {
  readonly do: Do;
  readonly n: number;
  readonly who: number;
  readonly at: At;
  /** The booking that is changed. */
  readonly old: number;
  readonly yes: boolean;
  /** Under which key it is sent. */
  readonly request: number;
}
type Rule = (world: World, act: Act) => Outcome;

const checkIn: Rule = (world, { n }) => {
  const slot = slotOf(world, n);
  const place = placeOf(slot, n);
  if (endingOf(slot, n) === 'released') return 'CHECK_IN_OVER';
  if (!slot || place?.state !== 'confirmed') return 'NOT_BOOKED';
  if (place.came) return 'OK';
  if (world.now < slot.start - 15 * MINUTE) return 'CHECK_IN_EARLY';
  if (world.now > slot.start + 15 * MINUTE) return 'CHECK_IN_OVER';
  place.came = true;
  return 'OK';
};

/** What each act does to the world, and what is answered: OK, or why not. */
export const rules: Record<Do, Rule> = {
  book(world, { n, who, at }) {
    const slot = slotAt(world, at);
    const why = whyNotOpen(world, slot) ?? whyNotMore(world, who, slot, undefined) ?? whyNotTake(slot);
    if (why) return why;
    slot.places.push({ n, who, state: stateIn(slot) });
    world.entered.push(n);
    return 'OK';
  },
  change(world, { n, who, old, at }) {
    const from = slotOf(world, old);
    if (!from || !world.entered.includes(old)) return 'NOT_BOOKED';
    if (nameOf(from) === nameOf(at)) return 'SLOT_YOURS';
    const slot = slotAt(world, at);
    const why =
      whyNotOpen(world, slot) ??
      whyNotCancel(world, old, from) ??
      whyNotMore(world, who, slot, old) ??
      whyNotTake(slot);
    if (why) return why;
    slot.places.push({ n, who, state: stateIn(slot) });
    world.entered.push(n);
    endPlace(world, from, old, 'moved');
    return 'OK';
  },
  wait(world, { n, who, at }) {
    const slot = slotAt(world, at);
    const why = whyNotOpen(world, slot);
    if (why) return why;
    if (bannedUntil(world, who)) return 'BOOKING_BANNED';
    if (slot.closed) return 'SLOT_CLOSED';
    if (slot.places.some((place) => place.who === who)) return 'SLOT_YOURS';
    if (slot.line.some((waiting) => waiting.who === who)) return 'ALREADY_WAITING';
    if (!whyNotTake(slot)) return 'SLOT_FREE';
    slot.line.push({ n, who });
    return 'OK';
  },
  /** Whoever is offered the place at that moment does not want it either. */
  giveUp(world, { n }) {
    const slot = slotOf(world, n);
    const waiting = slot?.line.find((entry) => entry.n === n);
    if (slot && waiting) {
      slot.line = slot.line.filter((entry) => entry !== waiting);
      slot.ended.push({ ...waiting, at: world.now, how: 'givenUp' });
    }
    if (slot && placeOf(slot, n)?.state === 'offered') endPlace(world, slot, n, 'passed');
    return 'OK';
  },
  accept(world, { n, who }) {
    const slot = slotOf(world, n);
    const place = placeOf(slot, n);
    if (!slot || !place) return 'OFFER_OVER';
    if (place.state !== 'offered') return 'OK';
    if (world.now > (place.until ?? 0)) return 'OFFER_OVER';
    const why = whyNotOpen(world, slot) ?? whyNotMore(world, who, slot, undefined);
    if (why) return why;
    place.state = stateIn(slot);
    delete place.until;
    world.entered.push(n);
    return 'OK';
  },
  pass(world, { n }) {
    const slot = slotOf(world, n);
    if (world.entered.includes(n)) return 'OFFER_OVER';
    if (endingOf(slot, n)) return 'OK';
    if (!slot || placeOf(slot, n)?.state !== 'offered') return 'OFFER_OVER';
    endPlace(world, slot, n, 'passed');
    return 'OK';
  },
  cancel(world, { n }) {
    const slot = slotOf(world, n);
    if (['cancelled', 'off'].includes(endingOf(slot, n) ?? '')) return 'OK';
    const why = whyNotCancel(world, n, slot);
    if (why) return why;
    if (slot) endPlace(world, slot, n, 'cancelled');
    return 'OK';
  },
  checkIn,
  see(world, act) {
    const told: Record<Outcome, Outcome> = { CHECK_IN_OVER: 'RELEASED', NOT_BOOKED: 'PLACE_CHANGED' };
    const outcome = checkIn(world, act);
    return told[outcome] ?? outcome;
  },
  cancelFor(world, { n }) {
    const slot = slotOf(world, n);
    const place = placeOf(slot, n);
    if (endingOf(slot, n) === 'off') return 'OK';
    if (!slot || !place || place.state === 'offered') return 'PLACE_CHANGED';
    if (place.came) return 'CAME_ALREADY';
    if (world.now >= slot.end) return 'SLOT_OVER';
    endPlace(world, slot, n, 'off');
    return 'OK';
  },
  settle(world, { n, yes }) {
    const slot = slotOf(world, n);
    const place = placeOf(slot, n);
    if (
      yes
        ? place?.state === 'confirmed' && slot && stateIn(slot) === 'pending'
        : endingOf(slot, n) === 'refused'
    )
      return 'OK';
    if (!slot || place?.state !== 'pending') return 'NOT_PENDING';
    if (yes) place.state = 'confirmed';
    else endPlace(world, slot, n, 'refused');
    return 'OK';
  },
  close(world, { at }) {
    const slot = slotAt(world, at);
    if (slot.closed) return 'OK';
    const gone = [...slot.places, ...slot.line].map(({ n, who }) => ({
      n,
      who,
      at: world.now,
      how: 'closed',
    }));
    Object.assign(slot, { closed: true, places: [], line: [], ended: [...slot.ended, ...gone] });
    return 'OK';
  },
  reopen(world, { at }) {
    slotAt(world, at).closed = false;
    return 'OK';
  },
  /** What time brings: offers that are over, requests nobody answered, people who did not come; then offers. */
  tick(world) {
    const { now } = world;
    for (const slot of Object.values(world.slots)) {
      const late = now > slot.start + 15 * MINUTE;
      const ending = slot.places.flatMap(({ n, who, state, until = 0, came }) => {
        if (state === 'offered') return now > until ? [{ n, who, at: now, how: 'lapsed' }] : [];
        if (!late || came) return [];
        return [{ n, who, at: now, how: state === 'pending' ? 'notReached' : 'released' }];
      });
      slot.places = slot.places.filter(({ n }) => !ending.some((entry) => entry.n === n));
      slot.ended.push(...ending);
      const missed = ending.filter(({ how }) => how === 'released');
      world.unheard.push(...missed.map(({ n, who }) => ({ n, who, start: slot.start, lifted: false })));
      offerOn(world, slot);
    }
    return 'OK';
  },
  /** All no-shows of a slot, taken back in one act. */
  lift(world, { at }) {
    const slot = slotAt(world, at);
    const missed = slot.ended.filter(({ how }) => how === 'released');
    world.unheard.push(...missed.map(({ n, who }) => ({ n, who, start: slot.start, lifted: true })));
    return missed.length > 0 ? 'OK' : 'PLACE_CHANGED';
  },
  appeal(world, { n }) {
    const noShow = world.noShows.find((one) => one.n === n);
    if (!noShow) return 'NOT_FOUND';
    if (noShow.lifted) return 'NO_SHOW_LIFTED';
    if (world.appeals[n]) return 'ALREADY_APPEALED';
    world.appeals[n] = 'open';
    return 'OK';
  },
  settleAppeal(world, { n, yes }) {
    const word = yes ? 'lifted' : 'kept';
    const said = world.appeals[n];
    if (!said) return 'NOT_FOUND';
    if (said !== 'open') return said === word ? 'OK' : 'APPEAL_SETTLED';
    world.appeals[n] = word;
    const noShow = world.noShows.find((one) => one.n === n);
    if (yes && noShow) world.unheard.push({ ...noShow, lifted: true });
    return 'OK';
  },
  /** The stream brings to the ledgers what happened. */
  hear(world) {
    for (const { lifted, ...noShow } of world.unheard) {
      const known = world.noShows.find(({ n }) => n === noShow.n);
      if (known) known.lifted ||= lifted;
      else world.noShows.push({ ...noShow, lifted });
    }
    world.unheard = [];
    return 'OK';
  },
};
