import type { Correcting, IdentityCorrection } from '@niangjia/shared/joining/identityCorrection';
import { ageOf, idNumberFacts } from '@niangjia/shared/joining/idNumber';
import type { Instant } from '@niangjia/shared/time';
import { openField, sealField } from '../../dataKeys.ts';

/** Name and ID number of somebody who asks to have them corrected: as kept, and as asked for. */

interface Identity {
  readonly name: string;
  readonly idNumber: string;
}

type Fields = { readonly [Field in keyof Identity]?: string | undefined };

/** Seals what is asked for under the person's data key, each as the field it is to become. */
export function sealIdentity(key: Uint8Array, person: string, asked: Fields): IdentityCorrection['sealed'] {
  const seal = (field: keyof Identity) => {
    const value = asked[field];
    return value === undefined ? undefined : sealField(key, person, field, value);
  };
  return { name: seal('name'), idNumber: seal('idNumber') };
}

/** What would be kept if the request were granted. */
export function askedIdentity(
  key: Uint8Array,
  { id, sealed }: NonNullable<Correcting['correction']>,
  kept: Identity,
): Identity {
  const open = (field: keyof Identity) => {
    const bytes = sealed[field];
    return bytes ? openField(key, id, field, bytes) : kept[field];
  };
  return { name: open('name'), idNumber: open('idNumber') };
}

/** The two, with what the number says of its holder. */
export const identityView = ({ name, idNumber }: Identity, now: Instant) => ({
  name,
  idNumber,
  ...idNumberFacts(idNumber),
  age: ageOf(idNumber, now),
});
