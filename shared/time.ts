/** Instants are milliseconds since the epoch (UTC); days, weeks and months are those of Asia/Shanghai. */
export type Instant = number;

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

// Asia/Shanghai has been UTC+8 without summer time since 1991, and WeChat's engine has no full Intl.
const SHANGHAI_OFFSET = 8 * HOUR;
const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;

const two = (n: number) => String(n).padStart(2, '0');

/** A day in Shanghai as `YYYY-MM-DD`. */
export function dayOf(at: Instant): string {
  return new Date(at + SHANGHAI_OFFSET).toISOString().slice(0, 10);
}

/** The time of day in Shanghai as `HH:MM`. */
export function clockOf(at: Instant): string {
  return new Date(at + SHANGHAI_OFFSET).toISOString().slice(11, 16);
}

/** The weekday in Shanghai, 0 for Sunday. */
export const weekdayOf = (at: Instant): number => new Date(at + SHANGHAI_OFFSET).getUTCDay();

/** The Monday that begins the week in Shanghai, as `YYYY-MM-DD`. */
export const weekOf = (at: Instant): string => dayOf(at - ((weekdayOf(at) + 6) % 7) * DAY);

/** The instant of `YYYY-MM-DD` and `HH:MM` in Shanghai. */
export function instantOf(day: string, clock: string): Instant {
  return Date.parse(`${day}T${clock}:00.000Z`) - SHANGHAI_OFFSET;
}

/** A day in full: `2026年11月22日`. */
export function sayDay(at: Instant): string {
  const [year, month, date] = dayOf(at).split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** A day as people say it: `今天 周三`, `明天 周四`, `11月22日 周日`, with the year when it is another. */
export function sayDate(at: Instant, now: Instant): string {
  const local = new Date(at + SHANGHAI_OFFSET);
  const today = dayOf(now);
  const day = dayOf(at);
  const name =
    day === today
      ? '今天'
      : day === dayOf(now + DAY)
        ? '明天'
        : day === dayOf(now - DAY)
          ? '昨天'
          : `${day.slice(0, 4) === today.slice(0, 4) ? '' : `${local.getUTCFullYear()}年`}${local.getUTCMonth() + 1}月${local.getUTCDate()}日`;
  return `${name} ${WEEKDAYS[local.getUTCDay()]}`;
}

/** A time in full, as WeChat wants it in its messages: `2026年11月22日 12:40`. */
export function sayFullTime(at: Instant): string {
  return `${sayDay(at)} ${clockOf(at)}`;
}
/** A time as people say it: `今天 周三 19:30`, `11月22日 周日 12:30`. */
export const sayTime = (at: Instant, now: Instant): string => `${sayDate(at, now)} ${clockOf(at)}`;

/** A span as `m:ss`, for clocks on a board; hours as `h:mm:ss`. */
export function sayClock(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / SECOND));
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest.replace(/^0/, '');
}

/** A span in words: `4 分 12 秒`, `48 秒`, `1 小时 5 分`. */
export function saySpan(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / SECOND));
  if (seconds < 60) return `${seconds} 秒`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} 分 ${seconds % 60} 秒`;
  return `${Math.floor(seconds / 3600)} 小时 ${Math.floor(seconds / 60) % 60} 分`;
}

/** Full years from a birth date (`YYYY-MM-DD`) to a day; a 29 February birthday counts from 1 March in other years. */
export function ageOn(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) >= birthDate.slice(5) ? years : years - 1;
}
