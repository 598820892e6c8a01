import { MINUTE } from '@niangjia/shared/time';
import type { Act } from './rules.ts';
import { isNight, rooms, type Slot } from './world.ts';

/** What must never be seen in the table, whatever the model thinks of it. */

type Slots = Readonly<Record<string, Slot>>;

const numbers = ({ places, line, ended }: Slot) => [...places, ...line, ...ended].map(({ n }) => n);

/** Faults of one moment. */
function faultsNow(slots: Slots): string[] {
  const faults: string[] = [];
  for (const [name, slot] of Object.entries(slots)) {
    const { places, line, closed, room } = slot;
    if (places.length > (rooms[room]?.capacity ?? 0)) faults.push(`${name}: more places than there are`);
    if (closed && places.length + line.length > 0) faults.push(`${name}: closed with somebody in it`);
    const all = numbers(slot);
    if (new Set(all).size < all.length || all.includes(-1)) faults.push(`${name}: somebody is in it twice`);
  }
  const own = Object.values(slots).flatMap((slot) =>
    slot.places.filter(({ state }) => state !== 'offered').map(({ n, who }) => ({ ...slot, n, who })),
  );
  for (const one of own)
    for (const other of own)
      if (one.n < other.n && one.who === other.who && one.start < other.end && other.start < one.end)
        faults.push(`person ${one.who} is in two places`);
  return faults;
}

/** Faults between one moment and the next, in which these acts were done. */
function faultsBetween(before: Slots, after: Slots, acts: readonly Act[], now: number): string[] {
  const faults: string[] = [];
  for (const [name, slot] of Object.entries(after)) {
    const was = before[name] ?? { ...slot, places: [], line: [], ended: [] };
    for (const { n } of was.ended)
      if (!slot.ended.some((ended) => ended.n === n)) faults.push(`${name}: ${n} had ended`);
    const stillWaiting = was.line.filter(({ n }) => slot.line.some((waiting) => waiting.n === n));
    for (const { n, state, until = 0 } of slot.places) {
      if (was.places.some((place) => place.n === n)) continue;
      const place = was.line.findIndex((waiting) => waiting.n === n);
      // Whoever got in line in these very acts may have been offered it in them too.
      if (
        place >= 0 ? stillWaiting.some((other) => was.line.indexOf(other) < place) : stillWaiting.length > 0
      )
        faults.push(`${name}: ${n} went before who had waited longer`);
      if (state !== 'offered') continue;
      if (isNight(now)) faults.push(`${name}: offered by night`);
      if (until !== Math.min(now + 30 * MINUTE, slot.start)) faults.push(`${name}: offered for another time`);
      if (until - now < 5 * MINUTE) faults.push(`${name}: offered for too short`);
    }
    for (const { n, state, until = 0 } of was.places) {
      const place = slot.places.find((other) => other.n === n);
      const own = acts.some((act) => ['accept', 'pass', 'giveUp'].includes(act.do) && act.n === n);
      const closed =
        acts.some((act) => act.do === 'close') && slot.ended.some((it) => it.n === n && it.how === 'closed');
      if (state !== 'offered' || own || closed) continue;
      if (place ? place.until !== until : now <= until) faults.push(`${name}: an offer was shortened`);
      if (place && place.state !== 'offered') faults.push(`${name}: an offer was taken by nobody`);
    }
  }
  return faults;
}

/** All that is wrong now, and with how it came. */
export const faults = (before: Slots, after: Slots, acts: readonly Act[], now: number): string[] => [
  ...faultsNow(after),
  ...faultsBetween(before, after, acts, now),
];
