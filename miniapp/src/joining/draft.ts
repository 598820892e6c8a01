import type { Occupation } from '@niangjia/shared/codes';
import { consentVersions, type MendableField } from '@niangjia/shared/joining/form';
import { DAY } from '@niangjia/shared/time';
import { forget, keep, kept } from '../kept.ts';

/** What is typed and picked on the form. */
export interface FormValues {
  readonly name: string;
  readonly idNumber: string;
  readonly phone: string;
  /** An occupation group, or a unit. */
  readonly work: Occupation | 'unit' | undefined;
  readonly platform: string;
  readonly unit: string;
  readonly ethnicity: string;
  readonly education: string;
  readonly political: string;
}

/** Where the application goes: an opened form, and how to open it again when it has been left too long. */
export interface OpenVisit {
  readonly visit: string;
  readonly org: { readonly id?: string; readonly name: string };
  readonly onSite: boolean;
  /** The session whose poster was scanned. */
  readonly code?: string;
}

type Consents = Partial<Record<keyof typeof consentVersions, string>>;

/**
 * An application as far as it has got, kept on this phone under the person's id until they are a member,
 * so that nothing typed is ever lost and a returned application can be mended without typing it again.
 */
export interface Draft {
  readonly visit?: OpenVisit;
  readonly values: FormValues;
  /** The versions of the texts that were agreed to. */
  readonly consents: Consents;
  /** What a reviewer asked to have mended. */
  readonly mend: readonly MendableField[];
  readonly sent: boolean;
}

const KEPT_FOR = 7 * DAY;
const nameFor = (person: string) => `draft.${person}`;

/** An untouched form, with the commonest answers chosen. */
export const freshDraft: Draft = {
  values: {
    name: '',
    idNumber: '',
    phone: '',
    work: undefined,
    platform: '',
    unit: '',
    ethnicity: '01',
    education: '60',
    political: '13',
  },
  consents: {},
  mend: [],
  sent: false,
};

/** The person's draft on this phone, or a fresh one; a week untouched and it is forgotten. */
export function draftOf(person: string, now: number = Date.now()): Draft {
  const found = kept<{ draft: Draft; at: number }>(nameFor(person));
  if (!found || now - found.at >= KEPT_FOR) return freshDraft;
  // A draft kept by an older version lacks what has been added to the form since.
  return { ...freshDraft, ...found.draft, values: { ...freshDraft.values, ...found.draft.values } };
}

/** Keeps the person's draft on this phone. */
export function keepDraft(person: string, draft: Draft, now: number = Date.now()): void {
  keep(nameFor(person), { draft, at: now });
}

/** Forgets the person's draft. */
export function forgetDraft(person: string): void {
  forget(nameFor(person));
}

/** Whether something has been typed that is worth going on with. */
export function hasBegun({ values, sent }: Draft): boolean {
  return !sent && [values.name, values.idNumber, values.phone].some((typed) => typed !== '');
}

/** Whether all three texts were agreed to in today's wording. */
export function hasAgreed({ consents }: Draft): boolean {
  return (
    consents.privacy === consentVersions.privacy &&
    consents.realName === consentVersions.realName &&
    consents.pledge === consentVersions.pledge
  );
}
