import type { RequestOf } from '@niangjia/shared/contract';
import { bankConsentVersion } from '@niangjia/shared/joining/form';
import type { Ruling } from '@niangjia/shared/joining/ruling';
import { MINUTE } from '@niangjia/shared/time';
import { call, type endpoints, newKey } from '../../dev/api.ts';
import { tell } from '../../functions/inbox.ts';
import { type Plan, underFaults } from '../layers/faults.ts';
import {
  applied,
  approval,
  formOf,
  rejection,
  staffActor,
  visitAt,
  type Worker,
  waitingPage,
  webLogin,
} from '../world.ts';
import type { Scenario, Stage } from './stage.ts';

/** The situations in which joining, and what comes after it, takes another way through its calls. */

const dieAtFirstUpdate: Plan = ({ command }) => (command === 'UpdateItemCommand' ? 'dieAfter' : undefined);

/** Leaves a claim behind that no application stands on. */
export async function submissionCutShort(code: string, who: Worker, idNumber: string): Promise<void> {
  const visit = await visitAt(code, who);
  const request = () => who.call('submitApplication', { visit, ...who.form, idNumber });
  await underFaults(dieAtFirstUpdate, request);
}

export const submits = (
  title: string,
  before: (stage: Stage) => Promise<unknown>,
  number?: number,
): Scenario => ({
  title,
  prepare: async (stage) => {
    const [who] = stage.workers;
    await before(stage);
    const visit = await visitAt(stage.code, who);
    const form = { ...(number === undefined ? who.form : formOf(number)), remind: true };
    const key = newKey();
    return () => who.call('submitApplication', { visit, ...form }, { key });
  },
});

export const decides = (
  title: string,
  before: (stage: Stage) => Promise<string>,
  ruling: Ruling,
): Scenario => ({
  title,
  prepare: async (stage) => {
    const id = await before(stage);
    const key = newKey();
    return () => stage.reviewer.call('decideApplication', { id, ...ruling }, { key });
  },
});

export const aPhone = { kind: 'typed', number: '13911112222' } as const;
export const aCode = { kind: 'wechat', code: 'phone-wangfang' } as const;
export const first = ({ code, workers: [who] }: Stage) => applied(code, who);
export const both = async (stage: Stage) => {
  const [who, other] = stage.workers;
  await first(stage);
  return applied(stage.code, other, { idNumber: who.form.idNumber });
};
export const rejected = async (stage: Stage) => {
  const id = await first(stage);
  await stage.reviewer.call('decideApplication', { id, ...rejection });
};
export const approved = async (stage: Stage) => {
  const id = await first(stage);
  await stage.reviewer.call('decideApplication', { id, ...approval });
  return id;
};
export const besideCutShort = async (stage: Stage) => {
  const [who, other] = stage.workers;
  const id = await first(stage);
  await submissionCutShort(stage.code, other, who.form.idNumber);
  return id;
};
export const correctingBesideCutShort = async (stage: Stage) => {
  await submissionCutShort(stage.code, stage.workers[1], anotherNumber.idNumber);
  return correcting(stage);
};
export const seen = { outcome: 'approved', evidence: 'seenAtDesk' } as const;
export const besideMember = async (stage: Stage) => {
  const [who, other] = stage.workers;
  const id = await approved(stage);
  await applied(stage.code, other, { idNumber: who.form.idNumber });
  return id;
};
export const discloses = (title: string, before: (stage: Stage) => Promise<string>): Scenario => ({
  title,
  prepare: async (stage) => {
    const id = await before(stage);
    const key = newKey();
    return () => stage.reviewer.call('discloseApplication', { id, purpose: 'review' }, { key });
  },
});
type OwnWrite =
  | 'requestCorrection'
  | 'withdrawCorrection'
  | 'correctMyData'
  | 'withdrawConsent'
  | 'giveConsent'
  | 'leaveUnion'
  | 'forgetMe';
/** Something the first worker does with what is kept of them, each with a key. */
export const doesOwn = <Name extends OwnWrite>(
  title: string,
  name: Name,
  input: RequestOf<(typeof endpoints)[Name]>,
  before: (stage: Stage) => Promise<unknown>,
): Scenario => ({
  title,
  prepare: async (stage) => {
    await before(stage);
    const key = newKey();
    return () => stage.workers[0].call(name, input, { key });
  },
});
export const atTheBank = async (stage: Stage) => {
  const id = await approved(stage);
  await stage.workers[0].call('requestBankCard', { consent: bankConsentVersion });
  return id;
};
export const leftWithTraces = async (stage: Stage) => {
  const [who] = stage.workers;
  const id = await correcting(stage);
  const words = '请带身份证来窗口';
  await stage.reviewer.call('decideCorrection', { id, outcome: 'rejected', words });
  await who.call('leaveUnion', {});
  await tell(who.id, { kind: 'correctionDecided', at: Date.now(), about: '1' }, Date.now());
  await who.call('readMessages', { until: Date.now() });
};
export const withBankCard = async (stage: Stage) => {
  const clerk = await staffActor('qianli');
  await clerk.call('issueBankCard', { id: await atTheBank(stage), lastFour: '6688' });
};
/** The first worker, a member, asks for another ID number, which is as good as anybody's. */
export const anotherNumber = { idNumber: formOf(31).idNumber, reason: '登记时写错了' };
export const correcting = async (stage: Stage, asked = anotherNumber) => {
  await approved(stage);
  await stage.workers[0].call('requestCorrection', asked);
  return `${stage.workers[0].id}.1`;
};
export const correctingAtTheBank = async (stage: Stage) => {
  await atTheBank(stage);
  await stage.workers[0].call('requestCorrection', { ...anotherNumber, name: '赵小六' });
  return `${stage.workers[0].id}.1`;
};
export const correctingToLive = async (stage: Stage) => {
  const [, other] = stage.workers;
  await applied(stage.code, other);
  return correcting(stage, { ...anotherNumber, idNumber: other.form.idNumber });
};
export const decidesCorrection = (
  title: string,
  before: (stage: Stage) => Promise<string>,
  ruling: { outcome: 'approved'; evidence: 'seenAtDesk' } | { outcome: 'rejected'; words: string },
): Scenario => ({
  title,
  prepare: async (stage) => {
    const id = await before(stage);
    const key = newKey();
    return () => stage.reviewer.call('decideCorrection', { id, ...ruling }, { key });
  },
});
export const opensCorrection = (title: string, before: (stage: Stage) => Promise<string>): Scenario => ({
  title,
  prepare: async (stage) => {
    const id = await before(stage);
    const key = newKey();
    return () => stage.reviewer.call('discloseCorrection', { id }, { key });
  },
});
export const resting = async (stage: Stage) => {
  await approved(stage);
  await stage.workers[0].call('withdrawConsent', { consent: 'privacy' });
};
export const counts = (title: string, tapsBefore: number): Scenario => ({
  title,
  prepare: async ({ reviewer, code }) => {
    const key = newKey();
    for (let tap = 0; tap < tapsBefore; tap++) await reviewer.call('countConsultations', { code, people: 1 });
    return () => reviewer.call('countConsultations', { code, people: 2 }, { key });
  },
});

/** Looks the first worker up and shows a code on a phone; gives what a deed on their account needs. */
export const deed = async (stage: Stage, login: string, purpose: 'bindPhone' | 'lostPhone' = 'bindPhone') => {
  const { id } = stage.workers[0];
  const { body } = await stage.reviewer.call('lookUpMember', { by: 'id', id, purpose });
  const { body: binding } = await call('issueBindingCode', { code: login });
  const { seen } = body.account;
  return { id, seen, code: binding.scan };
};
export const frozen = async (stage: Stage) => {
  await approved(stage);
  const { id, seen } = await deed(stage, 'demo-ouyang', 'lostPhone');
  await stage.reviewer.call('freezeAccount', { id, seen, evidence: 'none' });
};
export const binds = (
  title: string,
  before: (stage: Stage) => Promise<unknown>,
  login: string,
): Scenario => ({
  title,
  prepare: async (stage) => {
    await before(stage);
    const input = { ...(await deed(stage, login)), evidence: 'seenAtDesk' } as const;
    const key = newKey();
    return () => stage.reviewer.call('bindAccount', input, { key });
  },
});
export const helpsWith = async ({ reviewer, code }: Stage) => {
  const { visit } = (await reviewer.call('openHelpedForm', { session: code })).body;
  return { visit, ...formOf(40), phone: { kind: 'contact', number: '13900000040' } } as const;
};

/** A page that was confirmed asks for its login, in the name of somebody who has so many others. */
export const takes = (title: string, others: number): Scenario => ({
  title,
  good: MINUTE,
  prepare: async ({ reviewer }) => {
    for (let other = 0; other < others; other++) await webLogin(reviewer);
    const page = await waitingPage();
    await reviewer.call('confirmPairing', { code: page.code });
    return () => call('takePairing', page);
  },
});
