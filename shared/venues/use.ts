import { dayOf, HOUR, type Instant, instantOf, weekdayOf } from '../time.ts';
import type { Slot } from './slot.ts';

/** How much of a room's time was used, by the weekday and the hour at which slots begin. */
export interface Use {
  /** 0 is Sunday. */
  readonly weekday: number;
  readonly hour: number;
  /** Places there were, in slots that were not closed. */
  readonly places: number;
  /** Of them booked in the end, whether somebody came or not. */
  readonly booked: number;
  readonly came: number;
  /** Booked by somebody who did not come; what was taken back does not count. */
  readonly missed: number;
}

const wasReleased = ({ how }: Slot['ended'][number]) => how === 'released';

/** What became of one slot. A place that was released and taken by somebody else is used once. */
function usedOf({ places, ended, capacity }: Slot): Omit<Use, 'weekday' | 'hour'> {
  const kept = places.filter(({ state }) => state === 'confirmed');
  const released = ended.filter(wasReleased);
  return {
    places: capacity,
    booked: Math.min(capacity, kept.length + released.length),
    came: kept.filter(({ came }) => came).length,
    missed: released.filter(({ lifted }) => !lifted).length,
  };
}

/** The use of slots that are over, each weekday's hours in order; closed slots were nobody's to use. */
export function useOf(slots: readonly Slot[], now: Instant): Use[] {
  const cells = new Map<string, Use>();
  for (const slot of slots) {
    if (slot.closed || slot.end > now) continue;
    const midnight = instantOf(dayOf(slot.start), '00:00');
    const [weekday, hour] = [weekdayOf(midnight), Math.floor((slot.start - midnight) / HOUR)];
    const key = `${weekday} ${hour}`;
    const used = usedOf(slot);
    const { places, booked, came, missed } = cells.get(key) ?? { places: 0, booked: 0, came: 0, missed: 0 };
    cells.set(key, {
      ...{ weekday, hour },
      places: places + used.places,
      booked: booked + used.booked,
      came: came + used.came,
      missed: missed + used.missed,
    });
  }
  return [...cells.values()].sort((a, b) => a.weekday - b.weekday || a.hour - b.hour);
}
