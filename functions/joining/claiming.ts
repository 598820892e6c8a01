import type { Application } from '@niangjia/shared/joining/application';
import { Refusal } from '@niangjia/shared/refusal';
import { dropClaim, getApplication } from './applications.ts';
import { backs, claim } from './claims.ts';

/**
 * Claims an ID number beside loading what the submission needs, then submits. When the submission is
 * refused, the claim is taken back unless what the person already has stands on it.
 */
export async function claiming<T>(
  idHash: string,
  person: string,
  needed: Promise<T>,
  submit: (others: string[], needed: T) => Promise<Application>,
): Promise<Application> {
  const [others, loaded] = await Promise.all([claim(idHash, person), needed]);
  try {
    return await submit(others, loaded);
  } catch (error) {
    if (error instanceof Refusal) {
      const current = await getApplication(person);
      if (!backs(current, idHash)) await dropClaim(idHash, person, current);
    }
    throw error;
  }
}
