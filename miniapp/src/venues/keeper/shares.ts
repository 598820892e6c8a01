import type { ResponseOf } from '@niangjia/shared/contract';
import type { keeping } from '@niangjia/shared/venues/keeperContract';
import { usageTexts as texts } from './use.text.ts';

export type UseCell = ResponseOf<typeof keeping.getUse>['cells'][number];
export type Measure = keyof typeof texts.measures;

/** Monday first, as people read a week. */
export const WEEK = [1, 2, 3, 4, 5, 6, 0] as const;

/** A cell's share of what is looked at; undefined where there is nothing of which it would be a share. */
export function shareOf({ places, booked, came, missed }: UseCell, measure: Measure): number | undefined {
  const of = measure === 'missed' ? booked : places;
  if (of === 0) return undefined;
  return { booked, came, missed, empty: places - booked }[measure] / of;
}

/** The hours at which slots begin, in order. */
export const hoursOf = (cells: readonly UseCell[]): number[] =>
  [...new Set(cells.map(({ hour }) => hour))].sort((a, b) => a - b);

/** All cells together. */
export const totalOf = (cells: readonly UseCell[]): Omit<UseCell, 'weekday' | 'hour'> =>
  cells.reduce(
    (sum, { places, booked, came, missed }) => ({
      places: sum.places + places,
      booked: sum.booked + booked,
      came: sum.came + came,
      missed: sum.missed + missed,
    }),
    { places: 0, booked: 0, came: 0, missed: 0 },
  );

export const sayCell = ({ weekday, hour }: Pick<UseCell, 'weekday' | 'hour'>) =>
  `${texts.weekdays[weekday]} ${texts.hour(hour)}`;
export const sayNumbers = ({ places, booked, came, missed }: Omit<UseCell, 'weekday' | 'hour'>) =>
  texts.numbers(places, booked, came, missed);
export const sayShare = (share: number | undefined) =>
  share === undefined ? texts.none : texts.percent(share);

/** The fullest and the emptiest hour of the week, where they differ. */
export function extremes(cells: readonly UseCell[]): { busiest: UseCell; quietest: UseCell } | undefined {
  const ordered = [...cells].sort((a, b) => (shareOf(b, 'booked') ?? 0) - (shareOf(a, 'booked') ?? 0));
  const [busiest, quietest] = [ordered[0], ordered[ordered.length - 1]];
  if (!busiest || !quietest) return undefined;
  return shareOf(busiest, 'booked') === shareOf(quietest, 'booked') ? undefined : { busiest, quietest };
}
