import { type Application, isLive } from '@niangjia/shared/joining/application';
import { getItem, type Operation, updateItem } from '../table.ts';

/**
 * Who claims an ID number: one item a number, keyed by its keyed hash, with the set of people who
 * have a live application or membership under it. Membership needs to be the only claimant, which is
 * what makes it one person, one membership.
 */

const keyOf = (idHash: string) => ({ pk: `CLAIMS#${idHash}`, sk: 'CLAIMS' });

/** Adds a claim; the same write, at the same cost, whether the number is free or taken. Returns the other claimants. */
export async function claim(idHash: string, person: string): Promise<string[]> {
  const { claimants } = await updateItem(keyOf(idHash), {
    UpdateExpression: 'ADD claimants :me',
    ExpressionAttributeValues: { ':me': new Set([person]) },
  });
  return [...((claimants ?? []) as Set<string>)].filter((claimant) => claimant !== person);
}

/** Who claims a number now. */
export async function claimants(idHash: string): Promise<string[]> {
  const item = await getItem(keyOf(idHash));
  return [...((item?.claimants ?? []) as Set<string>)];
}

/** Part of a transaction: nobody but this person claims the number. */
export function onlyClaimant({ idHash, id }: Application): Operation {
  return {
    ConditionCheck: {
      Key: keyOf(idHash),
      ConditionExpression: 'claimants = :onlyMe',
      ExpressionAttributeValues: { ':onlyMe': new Set([id]) },
    },
  };
}

/** Part of a transaction: this person claims the number no more. */
export function release({ idHash, id }: Pick<Application, 'idHash' | 'id'>): Operation {
  return {
    Update: {
      Key: keyOf(idHash),
      UpdateExpression: 'DELETE claimants :me',
      ExpressionAttributeValues: { ':me': new Set([id]) },
    },
  };
}

/** Whether an application gives its person's claim on this number something to stand on. */
export function backs(application: Application | undefined, idHash: string): application is Application {
  return application !== undefined && isLive(application) && application.idHash === idHash;
}
