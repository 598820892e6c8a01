import { DAY, HOUR, MINUTE } from '@niangjia/shared/time';
import { type PolicyField, policyUnits } from '@niangjia/shared/venues/policy';
import { unitTexts } from './policy.text.ts';

const lengths = {
  count: 1,
  people: 1,
  times: 1,
  hour: 1,
  weeks: 1,
  minutes: MINUTE,
  hours: HOUR,
  days: DAY,
} as const;

/** A number of the policy in the unit it is thought of in. */
export const inUnit = (field: PolicyField, value: number): number => value / lengths[policyUnits[field]];
/** The same as it is stored. */
export const outOfUnit = (field: PolicyField, value: number): number =>
  Math.round(value * lengths[policyUnits[field]]);
/** `30 分钟` */
export const sayNumber = (field: PolicyField, value: number): string =>
  `${inUnit(field, value)} ${unitTexts[policyUnits[field]]}`;
