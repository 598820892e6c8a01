import {
  educations,
  ethnicities,
  nameOf,
  occupationGroups,
  politicalStatuses,
  sexes,
} from '@niangjia/shared/codes';
import type { ResponseOf } from '@niangjia/shared/contract';
import { evidences } from '@niangjia/shared/joining/application';
import type { Employment } from '@niangjia/shared/joining/form';
import type { myData } from '@niangjia/shared/joining/myDataContract';
import { maskIdNumber, maskName, maskPhone } from '@niangjia/shared/masking';
import { type Instant, sayTime } from '@niangjia/shared/time';
import { myDataTexts as texts } from './myData.text.ts';

export type MyData = ResponseOf<typeof myData.getMyData>;
export type Held = NonNullable<MyData['application']>;
export type Correction = NonNullable<MyData['correction']>;

type Facts = readonly (readonly [label: string, text: string])[];
/** Some of what is kept, and what it is used for. */
export interface Group {
  readonly heading: string;
  readonly facts: Facts;
  readonly use: string;
}

/** What somebody does, and where. */
const sayWork = (employment: Employment): string =>
  employment.kind === 'newForm'
    ? `${occupationGroups[employment.occupation].name} · ${employment.platform}`
    : employment.unit;

function sayStanding({ status, membership }: Held): string {
  if (membership === 'left') return texts.left;
  return membership === 'suspended' ? texts.suspended : texts.standings[status];
}

function sayPhone({ phone, phoneOf }: Held, whole: boolean): string {
  if (phoneOf === 'none') return texts.noPhone;
  const said = whole ? phone : maskPhone(phone);
  return phoneOf === 'contact' ? texts.contactPhone(said) : said;
}

function sayBankCard({ status, lastFour }: NonNullable<Held['bankCard']>): string {
  if (status === 'requested') return texts.bankRequested;
  return lastFour ? texts.bankEnding(lastFour) : texts.bankIssued;
}

/** Everything that is kept, in groups and plain words; masked unless `whole`. */
export function sayHeld(held: Held, now: Instant, whole: boolean): readonly Group[] {
  const time = (at: Instant | undefined) => (at ? sayTime(at, now) : '');
  const groups: Group[] = [
    {
      heading: texts.identity,
      facts: [
        [texts.name, whole ? held.name : maskName(held.name)],
        [texts.idNumber, whole ? held.idNumber : maskIdNumber(held.idNumber)],
        [texts.sex, sexes[held.sex]],
        [texts.birthDate, whole ? held.birthDate : texts.hiddenDate],
        [texts.ethnicity, nameOf(ethnicities, held.ethnicity)],
      ],
      use: texts.identityUse,
    },
    {
      heading: texts.contact,
      facts: [[texts.phone, sayPhone(held, whole)]],
      use: texts.contactUse,
    },
    {
      heading: texts.work,
      facts: [
        [texts.employment, sayWork(held.employment)],
        [texts.education, nameOf(educations, held.education)],
        [texts.political, nameOf(politicalStatuses, held.political)],
      ],
      use: texts.workUse,
    },
    {
      heading: texts.membership,
      facts: [
        [texts.standing, sayStanding(held)],
        [texts.org, held.org],
        [texts.cardNumber, held.cardNumber ?? ''],
        [texts.submittedAt, time(held.submittedAt)],
        [texts.decidedAt, time(held.decidedAt)],
        [texts.evidence, held.evidence ? evidences[held.evidence] : ''],
        [texts.endedAt, time(held.endedAt)],
      ],
      use: texts.membershipUse,
    },
    {
      heading: texts.bank,
      facts: [[texts.standing, held.bankCard ? sayBankCard(held.bankCard) : '']],
      use: texts.bankUse,
    },
  ];
  return groups
    .map((group) => ({ ...group, facts: group.facts.filter(([, text]) => text !== '') }))
    .filter(({ facts }) => facts.length > 0);
}
