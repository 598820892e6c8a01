import { staffNames } from '../../staff.ts';
import { maskedPeople } from '../maskedPeople.ts';

interface Record {
  readonly person: string;
  readonly round?: number | undefined;
  readonly cardNumber?: string | undefined;
}

/**
 * Says of records whom they are about, masked, and who of the staff did it. Somebody who has applied anew
 * since is no longer who an earlier submission was about, and has no name there.
 */
export async function whoAndWhom(records: readonly Record[], staff: readonly string[]) {
  const [people, names] = await Promise.all([
    maskedPeople(records.map(({ person }) => person)),
    staffNames(staff),
  ]);
  return {
    member: ({ person, round, cardNumber }: Record) => {
      const found = people.get(person);
      const same = round === undefined || found?.application.round === round;
      return {
        person,
        name: same ? found?.name : undefined,
        idNumber: same ? found?.idNumber : undefined,
        cardNumber: cardNumber ?? (same ? found?.application.cardNumber : undefined),
      };
    },
    staff: (id: string) => ({ id, name: names.get(id) }),
  };
}
