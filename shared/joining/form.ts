import * as v from 'valibot';
import { list, text } from '../bounds.ts';
import { codeOf, educations, ethnicities, Occupation, politicalStatuses } from '../codes.ts';
import { IdNumber } from './idNumber.ts';

/** The texts a worker agrees to, by version; a new wording is a new version and is asked for again. */
export const consentVersions = { privacy: '2026-11', realName: '2026-11', pledge: '2023-10' } as const;

/** The separate consent to hand name and number to the bank for its card. */
export const bankConsentVersion = '2026-11';

/** A name as on the ID card: Chinese characters (rare ones included) with a middle dot, or Latin letters. */
export const RealName = v.pipe(
  text(80),
  v.transform((typed) =>
    typed
      .replace(/[•・.．]/g, '·')
      .replace(/\s+/g, ' ')
      .trim(),
  ),
  v.regex(
    /^[\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ud840-\ud888\udc00-\udfff·A-Za-z ]{2,40}$/,
    'NAME',
  ),
);

/** A mainland mobile number; spaces and dashes are dropped. */
export const Phone = v.pipe(
  text(40),
  v.transform((typed) => typed.replace(/[\s-]/g, '').replace(/^\+?86(?=1\d{10}$)/, '')),
  v.regex(/^1[3-9]\d{9}$/, 'PHONE'),
);

const employer = (code: 'PLATFORM' | 'UNIT') => v.pipe(text(30), v.trim(), v.minLength(2, code));

/** Where somebody works: a new-form occupation group with its platform, or a unit. */
export const Employment = v.variant('kind', [
  v.object({ kind: v.literal('newForm'), occupation: Occupation, platform: employer('PLATFORM') }),
  v.object({ kind: v.literal('unit'), unit: employer('UNIT') }),
]);
export type Employment = v.InferOutput<typeof Employment>;

/** The fields a person types or picks; sex, birth date and age come from the ID number. */
export const formFields = {
  name: RealName,
  idNumber: IdNumber,
  ethnicity: codeOf(ethnicities),
  education: codeOf(educations),
  political: codeOf(politicalStatuses),
  employment: Employment,
};

/** The phone as typed, or WeChat's one-tap code (resolved on the server). */
export const PhoneSource = v.variant('kind', [
  v.object({ kind: v.literal('typed'), number: Phone }),
  v.object({ kind: v.literal('wechat'), code: v.pipe(text(200), v.minLength(1)) }),
]);
export type PhoneSource = v.InferOutput<typeof PhoneSource>;

/** Whose number it is that was given instead of one's own: somebody's who passes word on, or nobody's. */
export const PhoneOf = v.picklist(['contact', 'none']);

/** The phone of somebody who is helped to join: their own, somebody's who passes word on, or none at all. */
export const HelpedPhone = v.variant('kind', [
  v.object({ kind: v.literal('typed'), number: Phone }),
  v.object({ kind: v.literal('contact'), number: Phone }),
  v.object({ kind: v.literal('none') }),
]);
export type HelpedPhone = v.InferOutput<typeof HelpedPhone>;

/** Each consent and the pledge, by the version that was read and accepted. */
export const Consents = v.object({
  privacy: v.literal(consentVersions.privacy, 'CONSENT'),
  realName: v.literal(consentVersions.realName, 'CONSENT'),
  pledge: v.literal(consentVersions.pledge, 'CONSENT'),
});

/** Names of the fields a reviewer can ask to have mended. */
export const MendableField = v.picklist([
  'name',
  'idNumber',
  'phone',
  'ethnicity',
  'education',
  'political',
  'employment',
]);
export type MendableField = v.InferOutput<typeof MendableField>;
export const MendableFields = list(MendableField, MendableField.options.length);
