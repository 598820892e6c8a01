import type { Application } from '@niangjia/shared/joining/application';
import { forgottenAt, PASSING_LASTS } from '@niangjia/shared/joining/forgetting';
import { Refusal } from '@niangjia/shared/refusal';
import type { Instant } from '@niangjia/shared/time';
import { forgettingAccount, getAccount } from '../accounts.ts';
import { dropCard } from '../cards.ts';
import { destroyDataKey } from '../dataKeys.ts';
import { sweep, sweepAll } from '../people.ts';
import { joiningPolicy } from '../policies.ts';
import { recording } from '../records.ts';
import { isNoStaff, staffMember } from '../staff.ts';
import { ConditionFailed, type Operation, transact } from '../table.ts';
import { dropTrace, endPerson, standingOf } from './applications.ts';
import { forgettingClaim } from './claims.ts';

/** What only stands on an application: its claims, whose its card is, and that it was forgotten. */
async function forgettingApplication(application: Application, now: Instant): Promise<Operation[]> {
  const { id, idHash, tried = [], cardNumber, org, round } = application;
  const hashes = [...new Set([idHash, ...tried])];
  return [
    ...(await Promise.all(hashes.map((hash) => forgettingClaim(hash, id)))),
    ...(cardNumber ? [dropCard(cardNumber)] : []),
    recording({
      kind: 'forgetting',
      person: id,
      round,
      org,
      by: SERVICE,
      at: now,
      from: application.forgetAskedAt ? 'asked' : 'kept',
      to: 'forgotten',
    }),
  ];
}
/** In records, where nobody decided but the keeping period was over. */
const SERVICE = 'service';

/** A person who ended, here or when their WeChat account was bound to a member: what a request of theirs left since goes too. */
async function finish(person: string, endedAt: Instant, now: Instant): Promise<boolean> {
  if (endedAt + PASSING_LASTS > now) return false;
  await sweepAll(person);
  await transact([dropTrace(person, endedAt), destroyDataKey(person)]);
  return true;
}

const TRIES = 3;

/**
 * Forgets a person of whom nothing must be kept any more: in one transaction their data key is destroyed
 * with all that leads to them, where everything still is as it was seen; whoever applies again in the
 * same moment was first, or begins anew as somebody else. Answers whether there was anything to forget.
 * It may run twice, also at once, and begin again wherever it was cut short.
 */
export async function forgetPerson(person: string, now: Instant): Promise<boolean> {
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const [standing, account, staff, policy] = await Promise.all([
      standingOf(person),
      getAccount(person),
      staffMember(person),
      joiningPolicy(now),
    ]);
    if (staff) return false;
    const { application, endedAt } = standing;
    const due = application ? forgottenAt(application, policy) : now;
    if (endedAt === undefined && (due === undefined || due > now)) return false;
    try {
      if (endedAt !== undefined) return await finish(person, endedAt, now);
      await sweep(person);
      await transact([
        endPerson(person, application, 'nobody', now),
        destroyDataKey(person),
        ...forgettingAccount(person, account),
        isNoStaff(person),
        ...(application ? await forgettingApplication(application, now) : []),
      ]);
      return true;
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
    }
  }
  throw new Refusal('BUSY');
}
