import type { Application } from '@niangjia/shared/joining/application';
import { Refusal } from '@niangjia/shared/refusal';
import { dropClaim, getApplication } from './applications.ts';
import { backs, claim } from './claims.ts';

/**
 * Claims an ID number beside loading what the submission needs, then submits. The claim is taken back
 * unless what the person then has stands on it: after a refusal, and after a repeated request whose
 * application has moved on.
 */
export async function claiming<T>(
  idHash: string,
  person: string,
  needed: Promise<T>,
  submit: (others: string[], needed: T) => Promise<Application>,
): Promise<Application> {
  const [claimed, loaded] = await Promise.allSettled([claim(idHash, person), needed]);
  const drop = async (current: Application | undefined) => {
    if (!backs(current, idHash)) await dropClaim(idHash, person, current);
  };
  try {
    if (claimed.status === 'rejected') throw claimed.reason;
    if (loaded.status === 'rejected') throw loaded.reason;
    const application = await submit(claimed.value, loaded.value);
    await drop(application);
    return application;
  } catch (error) {
    if (error instanceof Refusal) await drop(await getApplication(person));
    throw error;
  }
}
