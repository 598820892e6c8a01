import type { CallBack } from '@niangjia/shared/audit/callBack';
import { orgs } from '@niangjia/shared/cast';
import { putDrawn } from '../functions/joining/audit/callBacks.ts';
import { sealWords } from '../functions/joining/sealing.ts';
import { staffActor } from './world.ts';

/** Puts a member's approval on the auditors' list, as if it had been drawn; gives its id. */
export async function drawn(person: string, over: Partial<CallBack> = {}): Promise<string> {
  const callBack = {
    status: 'open',
    person,
    round: 1,
    version: 1,
    org: orgs.xinjiekouJoint,
    approvedBy: (await staffActor('limin')).id,
    approvedAt: Date.now(),
    evidence: 'seenAtDesk',
    tries: 0,
    accepted: [],
    ...over,
  } as CallBack;
  await putDrawn(callBack);
  return `${person}.1`;
}

/** The same, called back and denied. */
export async function denied(person: string): Promise<string> {
  const by = (await staffActor('sunjing')).id;
  const words = await sealWords(person, '说没有办过');
  const note = {
    by,
    role: 'auditor',
    authority: '1',
    at: Date.now(),
    from: 'open',
    to: 'denied',
    words,
  } as const;
  return drawn(person, { status: 'denied', note });
}
