import type { PlainClubNumber as PlainField } from '@niangjia/shared/clubs/policyNames';
import { DAY, HOUR, MINUTE, SECOND } from '@niangjia/shared/time';
import { sayYuan } from '../../sayYuan.ts';
import { clubUnitTexts } from './policy.text.ts';

/** The numbers that are typed one by one; the table, its points and its bands have fields of their own. */
export type { PlainField };

type Unit = keyof typeof clubUnitTexts;

/** In what each number is thought of. */
const units: Readonly<Record<PlainField, Unit>> = {
  aHundred: 'yuan',
  aYear: 'yuan',
  gradedADay: 'count',
  checkInBefore: 'minutes',
  near: 'metres',
  askAtHour: 'hour',
  answerFor: 'hours',
  reportWithin: 'days',
  crowdPeople: 'people',
  crowdWithin: 'seconds',
  circleShare: 'percent',
  circleTimes: 'times',
  farPeople: 'people',
  deniedPeople: 'people',
  stars: 'count',
};
const lengths: Readonly<Partial<Record<Unit, number>>> = {
  yuan: 100,
  minutes: MINUTE,
  hours: HOUR,
  days: DAY,
  seconds: SECOND,
};
const lengthOf = (field: PlainField) => lengths[units[field]] ?? 1;

/** What belongs together on the page, in its order. */
export const groups: Readonly<Record<'money' | 'times' | 'odd', readonly PlainField[]>> = {
  money: ['aHundred', 'aYear', 'gradedADay', 'stars'],
  times: ['checkInBefore', 'near', 'askAtHour', 'answerFor', 'reportWithin'],
  odd: ['crowdPeople', 'crowdWithin', 'circleShare', 'circleTimes', 'farPeople', 'deniedPeople'],
};
export const plainFields: readonly PlainField[] = [...groups.money, ...groups.times, ...groups.odd];

export const unitOf = (field: PlainField): string => clubUnitTexts[units[field]];
/** A number in the unit it is thought of in, and back. */
export const inUnit = (field: PlainField, value: number): number => value / lengthOf(field);
export const outOfUnit = (field: PlainField, value: number): number => Math.round(value * lengthOf(field));
/** `200 米`, `¥2,000` */
export const sayNumber = (field: PlainField, value: number): string =>
  units[field] === 'yuan' ? sayYuan(value) : `${inUnit(field, value)} ${unitOf(field)}`;
