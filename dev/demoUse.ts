import { castVenues } from '@niangjia/shared/castVenues';
import { DAY, dayOf, type Instant, instantOf, weekdayOf } from '@niangjia/shared/time';
import { slotsOn } from '@niangjia/shared/venues/room';
import { personOf } from '../functions/accounts.ts';
import { changeSlot, getSlot, placeInTime } from '../functions/booking/slots.ts';
import { venuesPolicy } from '../functions/policies.ts';
import { newId } from '../functions/secrets.ts';
import { openidOf } from './wechatCodes.ts';

/** Four weeks in which a house was used, so that its keeper has something to look at: evenings, and weekends. */

const members = ['linxiu', 'hanlei', 'zhaomin'] as const;

/** How many of the members were there in an hour; the same for the same day and hour. */
function there(day: string, hour: number): number {
  const weekday = weekdayOf(instantOf(day, '00:00'));
  const isWeekend = weekday === 0 || weekday === 6;
  const likes = hour >= 18 ? 3 : isWeekend && hour >= 10 && hour <= 16 ? 2 : hour === 12 ? 1 : 0;
  const whim = (Number(day.slice(8)) * 7 + hour * 3) % 4;
  return Math.max(0, likes - (whim === 0 ? 1 : 0) - (whim === 3 && !isWeekend ? 1 : 0));
}

/** Writes what is not there yet of the last four weeks; nobody is told of what is past. */
export async function loadUse(now: Instant): Promise<void> {
  const [policy, ...people] = await Promise.all([
    venuesPolicy(now),
    ...members.map((name) => personOf(openidOf(name))),
  ]);
  const house = castVenues.xinjiekouHome;
  const days = Array.from({ length: 28 }, (_, i) => dayOf(now - (i + 1) * DAY));
  const past = days.flatMap((day) =>
    house.rooms.slice(0, members.length).flatMap((room, i) => {
      const slots = slotsOn(room, house, day);
      const hourOf = (start: Instant) => Math.floor((start - instantOf(day, '00:00')) / (DAY / 24));
      // Each member keeps to a room of their own: nobody is in two places.
      return slots
        .filter(({ start }) => there(day, hourOf(start)) > i)
        .map((slot) => ({ room, slot, person: people[i] ?? '' }));
    }),
  );
  for (const { room, slot, person } of past) {
    const seen = await getSlot(placeInTime(room, slot));
    if (seen.version > 0) continue;
    const came = { at: slot.start, verified: true };
    const place = { id: newId(), person, at: slot.start - DAY, policy: policy.version, came } as const;
    const places = [{ ...place, state: 'confirmed' as const }];
    await changeSlot(seen, policy, now, (current) => ({
      ...current,
      places,
      remindedAt: slot.start - policy.remindBefore,
    }));
  }
}
