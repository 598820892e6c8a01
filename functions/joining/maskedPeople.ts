import type { Application } from '@niangjia/shared/joining/application';
import { maskIdNumber, maskName } from '@niangjia/shared/masking';
import { dataKeys } from '../dataKeys.ts';
import { peekApplications } from './applications.ts';
import { openPerson } from './sealing.ts';

/** Somebody as those see them who have not opened their case, with what there is of them now. */
export interface Masked {
  readonly application: Application;
  readonly name: string;
  readonly idNumber: string;
}

/** Several people, at most 100, masked; whoever is forgotten is left out. */
export async function maskedPeople(people: readonly string[]): Promise<Map<string, Masked>> {
  const wanted = [...new Set(people)];
  const [applications, keys] = await Promise.all([peekApplications(wanted), dataKeys(wanted)]);
  return new Map(
    applications.flatMap((application): [string, Masked][] => {
      const key = keys.get(application.id);
      if (!key) return [];
      const { name, idNumber } = openPerson(key, application);
      return [[application.id, { application, name: maskName(name), idNumber: maskIdNumber(idNumber) }]];
    }),
  );
}
