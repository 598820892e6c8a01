import type { ClubsPolicy } from '@niangjia/shared/clubs/policy';
import type { Drafted } from '../../policies.ts';
import { recordDecision } from '../../records.ts';
import type { Budget } from './budgets.ts';

/** Records who made a version of the clubs' policy, and what it changes. */
export async function recordPolicy({ version, drafted }: Drafted<ClubsPolicy>): Promise<void> {
  if (!drafted) return;
  const { by, role, authority, at, org, changes } = drafted;
  await recordDecision({
    ...{ kind: 'policy', person: org.id, about: `clubs.${version}`, thing: `社团规则 第 ${version} 版` },
    ...{ org, by, role, authority, at, changes, from: 'before', to: 'drafted' },
  });
}

/** Records who set a budget, and what it was before. */
export async function recordBudget({ org, year, fen, set }: Budget): Promise<void> {
  const { by, role, authority, at, before } = set;
  await recordDecision({
    ...{ kind: 'budget', person: org.id, about: year, thing: `${org.name} ${year}` },
    ...{ org, by, role, authority, at, from: before === undefined ? 'none' : 'set', to: 'set' },
    changes: [{ field: 'fen', before: before === undefined ? '' : String(before), after: String(fen) }],
  });
}
