import type { Application } from '@niangjia/shared/joining/application';
import { dropClaim, getApplication, restoreClaim } from './applications.ts';
import { backs, claimants } from './claims.ts';

/**
 * The other live applications and memberships under the same ID number, or under one that is asked for.
 * On the way a claim that nothing stands on (a submission cut short) is dropped, and the person's own put
 * back if it was lost; approval checks the claims themselves, so neither lets two in.
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
