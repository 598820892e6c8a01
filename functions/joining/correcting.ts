import { type Application, isMember } from '@niangjia/shared/joining/application';
import type { Correcting } from '@niangjia/shared/joining/identityCorrection';
import { Refusal } from '@niangjia/shared/refusal';
import { ConditionFailed, type Operation, transact } from '../table.ts';
import { getApplication, putting } from './applications.ts';
import { becomeMember, giveUp, release } from './claims.ts';
import { getCorrection, putCorrection } from './corrections.ts';

/** A membership and the request to correct its name or ID number, which are read and written together. */

/**
 * Both, as they are now. The application is read last: it remembers the requests, so whoever sees what one of them
 * has made of the correction also sees that it was this one.
 */
export async function getCorrecting(person: string): Promise<Correcting> {
  const correction = await getCorrection(person);
  return { correction, application: await getApplication(person) };
}

/**
 * What becomes of the claims: a corrected number is claimed as a member's and the old one given free, as
 * leaving and joining would; a number that was asked for in vain is claimed no more.
 */
function claimsAfter(before: Application, after: Application, alone: boolean): Operation[] {
  if (after.idHash !== before.idHash) return [becomeMember(after, alone), giveUp(before)];
  const asked = before.status === 'approved' ? before.correcting : undefined;
  const asks = after.status === 'approved' ? after.correcting : undefined;
  if (!asked?.idHash || asks || !isMember(after)) return [];
  return [release({ id: after.id, idHash: asked.idHash })];
}

const TRIES = 3;
/** Where the two items stand in the transaction; what fails after them is a claim. */
const ITEMS = 2;

/**
 * Decides on both and writes what comes of it, again from what has come in between. `next` returns the very
 * same when there is nothing to write. Throws ConditionFailed from position 2 on when the claims do not
 * allow it; for `alone` see becomeMember.
 */
export async function putCorrecting(
  start: Correcting,
  alone: boolean,
  next: (both: Correcting) => Correcting,
): Promise<Correcting> {
  let both = start;
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const after = next(both);
    const { application, correction } = after;
    if (application === both.application && correction === both.correction) return after;
    if (!application || !correction || !both.application) throw new Refusal('NOT_FOUND');
    try {
      await transact([
        putting(both.application, application),
        putCorrection(correction, both.correction),
        ...claimsAfter(both.application, application, alone),
      ]);
      return after;
    } catch (error) {
      if (!(error instanceof ConditionFailed) || error.position >= ITEMS) throw error;
      both = await getCorrecting(application.id);
    }
  }
  throw new Refusal('BUSY');
}
