import * as v from 'valibot';
import { DAY, HOUR, type Instant, MINUTE, SECOND } from '../time.ts';

/** What an activity is, by whom it brings together. */
export const natures = ['inClub', 'acrossUnions', 'street', 'district'] as const;
export const Nature = v.picklist(natures, 'CHOICE');
export type Nature = v.InferOutput<typeof Nature>;

/** Grades, the highest first. */
export const grades = ['A+', 'A', 'B', 'C', 'D', 'E'] as const;
export const Grade = v.picklist(grades, 'CHOICE');
export type Grade = v.InferOutput<typeof Grade>;

const whole = (least: number, most: number) =>
  v.pipe(v.number('NUMBER'), v.integer('NUMBER'), v.minValue(least, 'NUMBER'), v.maxValue(most, 'NUMBER'));
const span = (unit: number, least: number, most: number) => whole(least * unit, most * unit);

/** How many sizes of an activity the table tells apart. */
export const BANDS = 5;
const five = <T extends v.GenericSchema>(item: T) => v.pipe(v.array(item), v.length(BANDS, 'CHOICE'));

/**
 * How activities become points and points become yuan: numbers of clubs that a city changes without a deploy.
 * Money in fen, distances in metres, spans in milliseconds.
 */
export const ClubNumbers = v.object({
  /** From how many people each size begins; fewer than the first have no grade. */
  bands: v.pipe(
    five(whole(1, 100_000)),
    v.check((from) => from.every((one, i) => i === 0 || one > (from[i - 1] ?? 0)), 'NUMBER'),
  ),
  /** The grade of each size, by nature. */
  table: v.object({
    inClub: five(Grade),
    acrossUnions: five(Grade),
    street: five(Grade),
    district: five(Grade),
  }),
  points: v.object({
    'A+': whole(0, 10_000),
    A: whole(0, 10_000),
    B: whole(0, 10_000),
    C: whole(0, 10_000),
    D: whole(0, 10_000),
    E: whole(0, 10_000),
  }),
  /** What a hundred points redeem. */
  aHundred: whole(1, 10_000_000),
  /** The most that a club redeems in a calendar year. */
  aYear: whole(0, 1_000_000_000),
  /** Activities of one club that are graded on one day. */
  gradedADay: whole(1, 10),
  /** How long before the start people can check in; they can until the end. */
  checkInBefore: span(MINUTE, 0, 240),
  /** Within how far of the place somebody was there. */
  near: whole(50, 5_000),
  /** At which hour of the day after people are asked whether they were there, and how long they may answer. */
  askAtHour: whole(0, 23),
  answerFor: span(HOUR, 1, 168),
  /** How long after the end it can be reported. */
  reportWithin: span(DAY, 1, 90),
  /** So many check-ins within so long are a crowd that no door lets through. */
  crowdPeople: whole(2, 1_000),
  crowdWithin: span(SECOND, 1, 600),
  /** As large a share of the same people, in hundredths, as in each of so many activities before, is the same circle. */
  circleShare: whole(50, 100),
  circleTimes: whole(1, 10),
  /** From so many who were far away, or who say they were not there, a reviewer looks. */
  farPeople: whole(1, 1_000),
  deniedPeople: whole(1, 1_000),
  /** How many clubs are the stars of a quarter. */
  stars: whole(1, 100),
});
export type ClubNumbers = v.InferOutput<typeof ClubNumbers>;

/** A version of them, and from when it holds. */
export const ClubsPolicy = v.object({
  version: v.number(),
  effectiveFrom: v.number(),
  ...ClubNumbers.entries,
});
export type ClubsPolicy = v.InferOutput<typeof ClubsPolicy>;

/** The values a city starts with. Source: the rules of clubs; the table of S6's kind. */
export const firstClubsPolicy: ClubsPolicy = {
  version: 1,
  effectiveFrom: 0,
  bands: [5, 10, 30, 60, 100],
  table: {
    inClub: ['E', 'D', 'C', 'C', 'B'],
    acrossUnions: ['D', 'C', 'B', 'B', 'A'],
    street: ['D', 'C', 'B', 'A', 'A'],
    district: ['C', 'B', 'A', 'A', 'A+'],
  },
  points: { 'A+': 100, A: 80, B: 60, C: 40, D: 20, E: 10 },
  aHundred: 200_000,
  aYear: 2_000_000,
  gradedADay: 1,
  checkInBefore: 30 * MINUTE,
  near: 200,
  askAtHour: 9,
  answerFor: 24 * HOUR,
  reportWithin: 14 * DAY,
  crowdPeople: 8,
  crowdWithin: 10 * SECOND,
  circleShare: 90,
  circleTimes: 3,
  farPeople: 2,
  deniedPeople: 1,
  stars: 10,
};

/** The version that held at a moment; the first where there was none. */
export const heldAt = <P extends Pick<ClubsPolicy, 'effectiveFrom'>>(
  versions: readonly P[],
  at: Instant,
): P | undefined => versions.filter(({ effectiveFrom }) => effectiveFrom <= at).pop();

/** The numbers one by one, by their place: `aYear`, `bands`, `table.inClub`, `points.A+`. */
const inWords = (numbers: Partial<ClubNumbers> = {}): Map<string, string> => {
  const { table, points, ...plain } = numbers;
  return new Map([
    ...Object.entries(plain).map(([field, value]) => [field, String(value)] as const),
    ...Object.entries(table ?? {}).map(([nature, row]) => [`table.${nature}`, String(row)] as const),
    ...Object.entries(points ?? {}).map(([grade, value]) => [`points.${grade}`, String(value)] as const),
  ]);
};

/** What other numbers change: each that differs, from what to what. */
export function changesBetween(before: ClubNumbers | undefined, after: ClubNumbers) {
  const [was, is] = [inWords(before && v.parse(ClubNumbers, before)), inWords(after)];
  return [...is].flatMap(([field, value]) =>
    was.get(field) === value ? [] : [{ field, before: was.get(field) ?? '', after: value }],
  );
}
