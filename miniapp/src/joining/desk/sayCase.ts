import { educations, ethnicities, nameOf, politicalStatuses, sexes } from '@niangjia/shared/codes';
import type { ResponseOf } from '@niangjia/shared/contract';
import type { joining } from '@niangjia/shared/joining/contract';
import { type RefusalCode, refusalEntry } from '@niangjia/shared/refusal';
import { type Instant, sayTime } from '@niangjia/shared/time';
import { caseTexts as texts } from './case.text.ts';
import { sayEmployment } from './sayEmployment.ts';

/** One opened case. */
export type Case = ResponseOf<typeof joining.discloseApplication>['application'];
/** What is known of a person, in the order it is compared with a document. */
export type Fact = keyof typeof texts.facts;

/** A rival outside the reviewer's area: masked, enough to call that union. */
export type Elsewhere = ResponseOf<typeof joining.discloseApplication>['elsewhere'][number];

/** The person a case is about. */
export const personOf = (id: string) => id.split('.')[0] ?? '';

/** `110102 19910302 1243`, as it is read aloud. */
export const spaced = (idNumber: string) => idNumber.replace(/^(\w{6})(\d{8})(\w{4})$/, '$1 $2 $3');

/** `女，34 岁`. */
export const sayPerson = ({ sex, age }: Pick<Case, 'sex' | 'age'>) => `${sexes[sex]}，${texts.age(age)}`;

/** The number, and whose it is where it is not the person's own. */
const sayPhone = ({ phone, phoneOf }: Case) =>
  phone.replace(/^(\d{3})(\d{4})(\d{4})$/, '$1 $2 $3') + (phoneOf ? texts.phonesOf[phoneOf] : '');

/** Why a case can't be ruled on so, before the tap. */
export const sayWhyNot = (code: RefusalCode) =>
  code === 'EVIDENCE_MISSING' ? texts.chooseEvidence : refusalEntry(code).text;

/** The facts of a case in words. */
export function sayCase(one: Case, now: Instant): readonly (readonly [Fact, string])[] {
  const { what, where } = sayEmployment(one.employment);
  const facts: (readonly [Fact, string])[] = [
    ['name', one.name],
    ['idNumber', spaced(one.idNumber)],
    ['person', sayPerson(one)],
    ['birthDate', one.birthDate],
    ['phone', sayPhone(one)],
    ['employment', `${what} · ${where}`],
    ['ethnicity', nameOf(ethnicities, one.ethnicity)],
    ['education', nameOf(educations, one.education)],
    ['political', nameOf(politicalStatuses, one.political)],
    ['org', one.org.name],
    [
      'submitted',
      `${sayTime(one.submittedAt, now)} · ${one.onSite ? texts.onSite : texts.online}${
        one.round > 1 ? ` · ${texts.again(one.round)}` : ''
      }`,
    ],
    ['helpedBy', one.helpedBy ? texts.helpedBy[one.helpedBy] : ''],
    ['cardNumber', one.cardNumber ?? ''],
  ];
  return facts.filter(([, text]) => text !== '');
}
