import type { RefusalCode } from '../refusal.ts';
import { type ClubNumbers, type Grade, grades, type Nature } from './policy.ts';

/** Grading: a pure function of nature and verified headcount over the policy's table. Source: the rules of clubs. */

/** The size of an activity: which of the policy's bands; undefined under the first. */
export function bandOf(headcount: number, { bands }: Pick<ClubNumbers, 'bands'>): number | undefined {
  const band = bands.filter((from) => headcount >= from).length - 1;
  return band < 0 ? undefined : band;
}

/** The grade by the table; undefined for too few people. */
export function gradeOf(
  nature: Nature,
  headcount: number,
  policy: Pick<ClubNumbers, 'bands' | 'table'>,
): Grade | undefined {
  const band = bandOf(headcount, policy);
  return band === undefined ? undefined : policy.table[nature][band];
}

/** What a grade is worth; none is worth nothing. */
export const pointsOf = (grade: Grade | undefined, { points }: Pick<ClubNumbers, 'points'>): number =>
  grade === undefined ? 0 : points[grade];

/** The grades one step beside another: what a reviewer may move it to. */
export const besides = (grade: Grade): Grade[] =>
  grades.filter((_, i) => Math.abs(i - grades.indexOf(grade)) === 1);

/** Why a grade can't be moved: by one step only, and only where there is one. */
export const whyNotMove = (from: Grade | undefined, to: Grade): RefusalCode | undefined =>
  from !== undefined && besides(from).includes(to) ? undefined : 'GRADE_ONE_STEP';
