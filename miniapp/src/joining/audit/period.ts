import { DAY, dayOf, type Instant } from '@niangjia/shared/time';
import type { auditTexts } from './audit.text.ts';
import type { Filters } from './useFilters.ts';

export type Period = keyof typeof auditTexts.periods;

const first = (days: number, now: Instant) => dayOf(now - (days - 1) * DAY);

/** The days of a period that ends today; an own one begins as the last seven. */
export function daysOf(period: Period, now: Instant): Pick<Filters, 'from' | 'to'> {
  switch (period) {
    case 'today':
      return { from: dayOf(now), to: undefined };
    case 'week':
      return { from: first(7, now), to: undefined };
    case 'month':
      return { from: first(30, now), to: undefined };
    case 'own':
      return { from: first(7, now), to: dayOf(now) };
    case 'all':
      return { from: undefined, to: undefined };
  }
}

/** Which period these days are. */
export function periodOf({ from, to }: Filters, now: Instant): Period {
  if (!from && !to) return 'all';
  const known = (['today', 'week', 'month'] as const).find((period) => daysOf(period, now).from === from);
  return known && !to ? known : 'own';
}
