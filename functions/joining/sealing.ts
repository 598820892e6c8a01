import type { Application, SealedPerson } from '@niangjia/shared/joining/application';
import { maskIdNumber, maskName } from '@niangjia/shared/masking';
import * as v from 'valibot';
import { dataKey, openField, sealField } from '../dataKeys.ts';
import { sealValue, unsealValue } from '../secrets.ts';

/** A person's data in the clear, between the edge and the seal. */
export interface PlainPerson {
  readonly name: string;
  readonly idNumber: string;
  readonly phone: string;
}

/** Seals each field under the person's own data key. */
export function sealPerson(key: Uint8Array, person: string, plain: PlainPerson): SealedPerson {
  const seal = (field: keyof PlainPerson) => sealField(key, person, field, plain[field]);
  return { name: seal('name'), idNumber: seal('idNumber'), phone: seal('phone') };
}

/** Opens them again. */
export function openPerson(key: Uint8Array, { id, sealed }: Application): PlainPerson {
  const open = (field: keyof PlainPerson) => openField(key, id, field, sealed[field]);
  return { name: open('name'), idNumber: open('idNumber'), phone: open('phone') };
}

/** The last four digits of a bank card, where they are still kept. */
export const openLastFour = (key: Uint8Array, person: string, sealed: Uint8Array | undefined) =>
  sealed && openField(key, person, 'lastFour', sealed);

/** Seals the reviewer's words to an applicant, which may quote their data, under the applicant's own key. */
export async function sealWords(person: string, words: string): Promise<Uint8Array> {
  return sealField(await dataKey(person), person, 'words', words);
}

/** Opens them for the applicant. */
export async function openWords(person: string, sealed: Uint8Array): Promise<string> {
  return openField(await dataKey(person), person, 'words', sealed);
}

const Display = v.object({ name: v.string(), idNumber: v.string() });
export type Display = v.InferOutput<typeof Display>;

/** The masked forms for the queue, sealed under the service's key so that a page needs nobody's data key. */
export function sealDisplay(person: string, plain: PlainPerson): Promise<Uint8Array> {
  return sealValue('display', { name: maskName(plain.name), idNumber: maskIdNumber(plain.idNumber) }, person);
}

/** The masked forms of somebody in the queue. */
export async function openDisplay(person: string, display: Uint8Array): Promise<Display> {
  return v.parse(Display, await unsealValue('display', display, person));
}
