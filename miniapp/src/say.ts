import { clockOf, DAY, HOUR, type Instant, MINUTE, sayDate } from '@niangjia/shared/time';
import type { Hours, SlotTime } from '@niangjia/shared/venues/room';
import { saySlot } from '@niangjia/shared/venues/room';

/** Times, lengths and distances of venues, as people say them. */

/** `今天 周三 19:30–20:30` */
export const sayWhen = (slot: SlotTime, now: Instant) => `${sayDate(slot.start, now)} ${saySlot(slot)}`;

/** A moment; without its day when that is today: `19:00`, `明天 周四 08:00`. */
export const sayMoment = (at: Instant, now: Instant) =>
  sayDate(at, now) === sayDate(now, now) ? clockOf(at) : `${sayDate(at, now)} ${clockOf(at)}`;

/** A moment before something begins; its day is said only when it is another one: `当天 19:00`. */
export const sayBefore = (at: Instant, start: Instant, now: Instant) =>
  sayDate(at, now) === sayDate(start, now) && sayDate(at, now) !== sayDate(now, now)
    ? `当天 ${clockOf(at)}`
    : sayMoment(at, now);

/** A length in the unit it is thought of in: `30 分钟`, `6 小时`, `1.5 小时`, `30 天`. */
export function sayLength(length: number): string {
  if (length >= 2 * DAY && length % DAY === 0) return `${length / DAY} 天`;
  return length >= HOUR
    ? `${Math.round((length / HOUR) * 10) / 10} 小时`
    : `${Math.round(length / MINUTE)} 分钟`;
}

/** A distance: `240 米` in tens, `1.2 公里`. */
export function sayMetres(metres: number): string {
  const tens = Math.round(metres / 10) * 10;
  return tens < 1000 ? `${tens} 米` : `${(metres / 1000).toFixed(metres < 9950 ? 1 : 0)} 公里`;
}

const NAMES = '日一二三四五六';
const MONDAY_FIRST = [1, 2, 3, 4, 5, 6, 0];

/** Opening hours by weekday, days that are alike together, from Monday: `周一至周五 09:00–21:00`. */
export function sayHours(hours: Hours, closed: string): { days: string; open: string }[] {
  const lines: { first: number; last: number; open: string }[] = [];
  for (const day of MONDAY_FIRST) {
    const open = (hours[day] ?? []).map(({ from, until }) => `${from}–${until}`).join('，') || closed;
    const before = lines[lines.length - 1];
    if (before?.open === open) before.last = day;
    else lines.push({ first: day, last: day, open });
  }
  return lines.map(({ first, last, open }) => ({
    days: first === last ? `周${NAMES[first]}` : `周${NAMES[first]}至周${NAMES[last]}`,
    open,
  }));
}
