import type { clubMoney } from '@niangjia/shared/clubs/moneyContract';
import { changesBetween } from '@niangjia/shared/clubs/policy';
import { type ClubPolicyField, clubPolicyNames } from '@niangjia/shared/clubs/policyNames';
import type { ResponseOf } from '@niangjia/shared/contract';
import { type PlainField, plainFields, sayNumber } from './policyFields.ts';

export type Version = ResponseOf<typeof clubMoney.listClubPolicies>['versions'][number];

const isPlain = (field: string): field is PlainField => plainFields.some((one) => one === field);
const isField = (field: string): field is ClubPolicyField => field in clubPolicyNames;
const say = (field: string, value: string) =>
  isPlain(field) && value !== '' ? sayNumber(field, Number(value)) : value.replace(/,/g, '、');

/** What a version changed, each by its name, from what to what. */
export const saidChanges = (before: Version, after: Version) =>
  changesBetween(before.numbers, after.numbers).map((change) => ({
    field: change.field,
    name: isField(change.field) ? clubPolicyNames[change.field] : change.field,
    before: say(change.field, change.before),
    after: say(change.field, change.after),
  }));
