import type { Application } from '@niangjia/shared/joining/application';
import { dropClaim, getApplication, restoreClaim } from './applications.ts';
import { backs, claimants } from './claims.ts';

/**
 * The other live applications and memberships under the same ID number, or another that is asked for. A claim whose submission was
 * cut short has nothing to stand on and is dropped on the way; the person's own claim is put back if
 * it was lost. Approval still checks the claims themselves, so neither repair can let two in.
 */
export async function rivalsOf(
  application: Application,
  idHash = application.idHash,
): Promise<Application[]> {
  const { id } = application;
  const claiming = await claimants(idHash);
  if (!claiming.includes(id) && backs(application, idHash)) await restoreClaim(idHash, application);
  const others = claiming.filter((person) => person !== id);
  const found = await Promise.all(
    others.map(async (person) => [person, await getApplication(person)] as const),
  );
  await Promise.all(
    found
      .filter(([, other]) => !backs(other, idHash))
      .map(([person, seen]) => dropClaim(idHash, person, seen)),
  );
  return found.flatMap(([, other]) => (backs(other, idHash) ? [other] : []));
}
