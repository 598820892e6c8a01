import type { Application, SealedPerson } from '@niangjia/shared/joining/application';
import { maskIdNumber, maskName } from '@niangjia/shared/masking';
import type { Instant } from '@niangjia/shared/time';
import * as v from 'valibot';
import { dataKey, dataKeys, openField, sealField } from '../dataKeys.ts';
import { openPassing, sealPassing } from '../passingKeys.ts';

/** A person's data in the clear, between the edge and the seal: the same fields, each of them named. */
export type PlainPerson = Readonly<Record<keyof SealedPerson, string>>;

/** Seals each field under the person's own data key. */
export function sealPerson(key: Uint8Array, person: string, plain: PlainPerson): Required<SealedPerson> {
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

const masked = ({ name, idNumber }: PlainPerson): Display => ({
  name: maskName(name),
  idNumber: maskIdNumber(idNumber),
});

/** The masked forms for the queue, sealed under the week's key so that a page needs nobody's data key. */
export const sealDisplay = (person: string, plain: PlainPerson, now: Instant): Promise<Uint8Array> =>
  sealPassing('display', person, masked(plain), now);

/** The masked forms of people in a queue; who has waited so long that the week's key is gone is opened by their own. */
export async function openDisplays(
  waiting: readonly { readonly application: Application; readonly display: Uint8Array }[],
  now: Instant,
): Promise<Map<string, Display>> {
  const shown = await Promise.all(
    waiting.map(async ({ application, display }) => ({
      application,
      display: await openPassing('display', application.id, display, now),
    })),
  );
  const late = shown.filter(({ display }) => display === undefined).map(({ application }) => application.id);
  const keys = await dataKeys(late);
  return new Map(
    shown.flatMap(({ application, display }) => {
      const key = keys.get(application.id);
      if (display !== undefined) return [[application.id, v.parse(Display, display)]];
      return key ? [[application.id, masked(openPerson(key, application))]] : [];
    }),
  );
}
