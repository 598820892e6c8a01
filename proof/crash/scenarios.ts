import { orgs } from '@niangjia/shared/cast';
import type { RequestOf } from '@niangjia/shared/contract';
import { bankConsentVersion, consentVersions } from '@niangjia/shared/joining/form';
import type { Ruling } from '@niangjia/shared/joining/ruling';
import { HOUR, MINUTE } from '@niangjia/shared/time';
import { call, type EndpointName, type endpoints, newKey } from '../../dev/api.ts';
import { tell } from '../../functions/inbox.ts';
import { denied, drawn } from '../callBacks.ts';
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
import { bookingScenarios } from './bookings.ts';
import { keepingScenarios } from './keeping.ts';
import type { Scenario, Stage } from './stage.ts';

/** Every endpoint that writes, by its contract. */
export type WriteName = {
  [Name in EndpointName]: (typeof endpoints)[Name]['repeat'] extends 'safe' ? never : Name;
}[EndpointName];

const dieAtFirstUpdate: Plan = ({ command }) => (command === 'UpdateItemCommand' ? 'dieAfter' : undefined);

/** Leaves a claim behind that no application stands on. */
async function submissionCutShort(code: string, who: Worker, idNumber: string): Promise<void> {
  const visit = await visitAt(code, who);
  const request = () => who.call('submitApplication', { visit, ...who.form, idNumber });
  await underFaults(dieAtFirstUpdate, request);
}

const submits = (title: string, before: (stage: Stage) => Promise<unknown>, number?: number): Scenario => ({
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

const decides = (title: string, before: (stage: Stage) => Promise<string>, ruling: Ruling): Scenario => ({
  title,
  prepare: async (stage) => {
    const id = await before(stage);
    const key = newKey();
    return () => stage.reviewer.call('decideApplication', { id, ...ruling }, { key });
  },
});

const aPhone = { kind: 'typed', number: '13911112222' } as const;
const aCode = { kind: 'wechat', code: 'phone-wangfang' } as const;
const first = ({ code, workers: [who] }: Stage) => applied(code, who);
const both = async (stage: Stage) => {
  const [who, other] = stage.workers;
  await first(stage);
  return applied(stage.code, other, { idNumber: who.form.idNumber });
};
const rejected = async (stage: Stage) => {
  const id = await first(stage);
  await stage.reviewer.call('decideApplication', { id, ...rejection });
};
const approved = async (stage: Stage) => {
  const id = await first(stage);
  await stage.reviewer.call('decideApplication', { id, ...approval });
  return id;
};
const besideCutShort = async (stage: Stage) => {
  const [who, other] = stage.workers;
  const id = await first(stage);
  await submissionCutShort(stage.code, other, who.form.idNumber);
  return id;
};
const correctingBesideCutShort = async (stage: Stage) => {
  await submissionCutShort(stage.code, stage.workers[1], anotherNumber.idNumber);
  return correcting(stage);
};
const seen = { outcome: 'approved', evidence: 'seenAtDesk' } as const;
const besideMember = async (stage: Stage) => {
  const [who, other] = stage.workers;
  const id = await approved(stage);
  await applied(stage.code, other, { idNumber: who.form.idNumber });
  return id;
};
const discloses = (title: string, before: (stage: Stage) => Promise<string>): Scenario => ({
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
const doesOwn = <Name extends OwnWrite>(
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
const atTheBank = async (stage: Stage) => {
  const id = await approved(stage);
  await stage.workers[0].call('requestBankCard', { consent: bankConsentVersion });
  return id;
};
const leftWithTraces = async (stage: Stage) => {
  const [who] = stage.workers;
  const id = await correcting(stage);
  const words = '请带身份证来窗口';
  await stage.reviewer.call('decideCorrection', { id, outcome: 'rejected', words });
  await who.call('leaveUnion', {});
  await tell(who.id, { kind: 'correctionDecided', at: Date.now(), about: '1' }, Date.now());
  await who.call('readMessages', { until: Date.now() });
};
const withBankCard = async (stage: Stage) => {
  const clerk = await staffActor('qianli');
  await clerk.call('issueBankCard', { id: await atTheBank(stage), lastFour: '6688' });
};
/** The first worker, a member, asks for another ID number, which is as good as anybody's. */
const anotherNumber = { idNumber: formOf(31).idNumber, reason: '登记时写错了' };
const correcting = async (stage: Stage, asked = anotherNumber) => {
  await approved(stage);
  await stage.workers[0].call('requestCorrection', asked);
  return `${stage.workers[0].id}.1`;
};
const correctingAtTheBank = async (stage: Stage) => {
  await atTheBank(stage);
  await stage.workers[0].call('requestCorrection', { ...anotherNumber, name: '赵小六' });
  return `${stage.workers[0].id}.1`;
};
const correctingToLive = async (stage: Stage) => {
  const [, other] = stage.workers;
  await applied(stage.code, other);
  return correcting(stage, { ...anotherNumber, idNumber: other.form.idNumber });
};
const decidesCorrection = (
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
const opensCorrection = (title: string, before: (stage: Stage) => Promise<string>): Scenario => ({
  title,
  prepare: async (stage) => {
    const id = await before(stage);
    const key = newKey();
    return () => stage.reviewer.call('discloseCorrection', { id }, { key });
  },
});
const resting = async (stage: Stage) => {
  await approved(stage);
  await stage.workers[0].call('withdrawConsent', { consent: 'privacy' });
};
const counts = (title: string, tapsBefore: number): Scenario => ({
  title,
  prepare: async ({ reviewer, code }) => {
    const key = newKey();
    for (let tap = 0; tap < tapsBefore; tap++) await reviewer.call('countConsultations', { code, people: 1 });
    return () => reviewer.call('countConsultations', { code, people: 2 }, { key });
  },
});

/** Looks the first worker up and shows a code on a phone; gives what a deed on their account needs. */
const deed = async (stage: Stage, login: string, purpose: 'bindPhone' | 'lostPhone' = 'bindPhone') => {
  const { id } = stage.workers[0];
  const { body } = await stage.reviewer.call('lookUpMember', { by: 'id', id, purpose });
  const { body: binding } = await call('issueBindingCode', { code: login });
  const { seen } = body.account;
  return { id, seen, code: binding.scan };
};
const frozen = async (stage: Stage) => {
  await approved(stage);
  const { id, seen } = await deed(stage, 'demo-ouyang', 'lostPhone');
  await stage.reviewer.call('freezeAccount', { id, seen, evidence: 'none' });
};
const binds = (title: string, before: (stage: Stage) => Promise<unknown>, login: string): Scenario => ({
  title,
  prepare: async (stage) => {
    await before(stage);
    const input = { ...(await deed(stage, login)), evidence: 'seenAtDesk' } as const;
    const key = newKey();
    return () => stage.reviewer.call('bindAccount', input, { key });
  },
});
const helpsWith = async ({ reviewer, code }: Stage) => {
  const { visit } = (await reviewer.call('openHelpedForm', { session: code })).body;
  return { visit, ...formOf(40), phone: { kind: 'contact', number: '13900000040' } } as const;
};

/** A page that was confirmed asks for its login, in the name of somebody who has so many others. */
const takes = (title: string, others: number): Scenario => ({
  title,
  good: MINUTE,
  prepare: async ({ reviewer }) => {
    for (let other = 0; other < others; other++) await webLogin(reviewer);
    const page = await waitingPage();
    await reviewer.call('confirmPairing', { code: page.code });
    return () => call('takePairing', page);
  },
});

/** For each endpoint that writes, the situations in which it takes another way through its calls. */
export const scenarios: Record<WriteName, readonly Scenario[]> = {
  ...bookingScenarios,
  ...keepingScenarios,
  signIn: [
    {
      title: 'for the first time',
      prepare: async () => () => call('signIn', { code: 'demo-ouyang' }),
    },
  ],
  openPairing: [
    {
      title: 'for a page',
      prepare: async () => () =>
        call('openPairing', {
          secretHash: 'x'.repeat(43),
          browser: { family: 'edge', system: 'windows' },
        }),
    },
  ],
  confirmPairing: [
    {
      title: 'for a page that waits',
      prepare: async ({ reviewer }) => {
        const { code } = await waitingPage();
        return () => reviewer.call('confirmPairing', { code });
      },
    },
  ],
  takePairing: [takes('for the first page', 0), takes('where the oldest of five gives way', 5)],
  renewSignIn: [
    {
      title: 'of one of two',
      good: MINUTE,
      prepare: async ({ reviewer }) => {
        await webLogin(reviewer);
        const { renewal } = await webLogin(reviewer);
        return () => call('renewSignIn', { renewal });
      },
    },
  ],
  endSignIn: [
    {
      title: 'one of two',
      // The other, which the answer tells of, ends by itself.
      good: HOUR,
      prepare: async ({ reviewer }) => {
        await webLogin(reviewer);
        const { signIn } = await webLogin(reviewer);
        return () => reviewer.call('endSignIn', { id: signIn });
      },
    },
  ],
  endSignIns: [
    {
      title: 'both of two',
      prepare: async ({ reviewer }) => {
        await webLogin(reviewer);
        await webLogin(reviewer);
        return () => reviewer.call('endSignIns', {});
      },
    },
  ],
  openSession: [
    {
      title: 'now',
      prepare: async ({ reviewer }) => {
        const now = Date.now();
        const times = { startsAt: now - HOUR, endsAt: now + HOUR };
        const session = { org: orgs.xinjiekouJoint.id, place: '西直门站点', occupations: [], ...times };
        const key = newKey();
        return () => reviewer.call('openSession', session, { key });
      },
    },
  ],
  requestBankCard: [
    {
      title: 'once a member',
      prepare: async (stage) => {
        await approved(stage);
        const request = { consent: bankConsentVersion, remind: true } as const;
        return () => stage.workers[0].call('requestBankCard', request);
      },
    },
  ],
  issueBankCard: [
    {
      title: 'to who asked for it',
      prepare: async (stage) => {
        const id = await approved(stage);
        await stage.workers[0].call('requestBankCard', { consent: bankConsentVersion });
        const clerk = await staffActor('qianli');
        const key = newKey();
        return () => clerk.call('issueBankCard', { id, lastFour: '6688' }, { key });
      },
    },
  ],
  countConsultations: [counts('the first', 0), counts('a later one', 2)],
  openForm: [
    {
      title: 'from a poster',
      prepare: async ({ code, workers: [who] }) => {
        const { body } = await who.call('getSession', { code });
        return () => who.call('openForm', { from: 'poster', scan: body.scan });
      },
    },
  ],
  submitApplication: [
    submits('for the first time', async () => {}),
    submits('mended', rejected),
    submits('mended, with another number', rejected, 31),
    submits('under a number that is live', ({ code, workers: [who, other] }) =>
      applied(code, other, { idNumber: who.form.idNumber }),
    ),
    submits('under a number whose other submission was cut short', ({ code, workers: [who, other] }) =>
      submissionCutShort(code, other, who.form.idNumber),
    ),
  ],
  withdrawApplication: [
    {
      title: 'while it waits',
      prepare: async (stage) => {
        await first(stage);
        const key = newKey();
        return () => stage.workers[0].call('withdrawApplication', {}, { key });
      },
    },
  ],
  discloseApplication: [
    discloses('of one', first),
    discloses('of two under one number', both),
    discloses('beside a submission cut short', besideCutShort),
  ],
  decideApplication: [
    decides('approves', first, approval),
    decides('approves beside a submission cut short', besideCutShort, approval),
    decides('rejects', first, rejection),
    decides('voids a contested application', both, { outcome: 'voided' }),
    decides('voids a contested membership', besideMember, { outcome: 'voided' }),
  ],
  decideMany: [
    {
      title: 'approves two',
      prepare: async (stage) => {
        const ids = [await first(stage), await applied(stage.code, stage.workers[1])];
        const key = newKey();
        const decisions = ids.map((id) => ({ id, ...approval }));
        return () => stage.reviewer.call('decideMany', { decisions }, { key });
      },
    },
  ],
  openHelpedForm: [
    {
      title: 'at a session',
      prepare: async ({ reviewer, code }) => {
        const key = newKey();
        return () => reviewer.call('openHelpedForm', { session: code }, { key });
      },
    },
  ],
  submitHelped: [
    {
      title: 'for somebody new',
      prepare: async (stage) => {
        const input = await helpsWith(stage);
        const key = newKey();
        return () => stage.reviewer.call('submitHelped', input, { key });
      },
    },
    {
      title: 'under a number that is live',
      prepare: async (stage) => {
        const input = await helpsWith(stage);
        await applied(stage.code, stage.workers[0], { idNumber: input.idNumber });
        const key = newKey();
        return () => stage.reviewer.call('submitHelped', input, { key });
      },
    },
  ],
  lookUpMember: [
    {
      title: 'by ID number',
      prepare: async (stage) => {
        await approved(stage);
        const { idNumber } = stage.workers[0].form;
        const key = newKey();
        return () =>
          stage.reviewer.call('lookUpMember', { by: 'idNumber', idNumber, purpose: 'printCard' }, { key });
      },
    },
  ],
  issueBindingCode: [
    {
      title: 'for a phone that never signed in',
      prepare: async () => () => call('issueBindingCode', { code: 'demo-ouyang' }),
    },
  ],
  bindAccount: [
    binds('to a phone that never signed in', approved, 'demo-ouyang'),
    binds(
      'to a phone that signed in before',
      async (stage) => {
        await approved(stage);
        await call('signIn', { code: 'demo-ouyang' });
      },
      'demo-ouyang',
    ),
    binds('after the phone was lost', frozen, 'demo-ouyang'),
  ],
  freezeAccount: [
    {
      title: 'of a member',
      prepare: async (stage) => {
        await approved(stage);
        const { id, seen } = await deed(stage, 'demo-ouyang', 'lostPhone');
        const key = newKey();
        return () => stage.reviewer.call('freezeAccount', { id, seen, evidence: 'none' }, { key });
      },
    },
  ],
  readMessages: [
    {
      title: 'up to now',
      prepare: async (stage) => {
        const until = Date.now();
        return () => stage.workers[0].call('readMessages', { until });
      },
    },
  ],
  issueCardToken: [
    {
      title: 'for the first time',
      prepare: async (stage) => {
        await approved(stage);
        return () => stage.workers[0].call('issueCardToken', {});
      },
    },
  ],
  openCallBack: [
    {
      title: 'that was drawn',
      prepare: async (stage) => {
        await approved(stage);
        const [sunjing, id, key] = [await staffActor('sunjing'), await drawn(stage.workers[0].id), newKey()];
        return () => sunjing.call('openCallBack', { id }, { key });
      },
    },
    {
      title: 'of somebody who has left',
      prepare: async (stage) => {
        await approved(stage);
        const [sunjing, id, key] = [await staffActor('sunjing'), await drawn(stage.workers[0].id), newKey()];
        await stage.workers[0].call('leaveUnion', {});
        return () => sunjing.call('openCallBack', { id }, { key });
      },
    },
  ],
  noteCallBack: (['confirmed', 'notReached', 'denied'] as const).map((result) => ({
    title: result,
    prepare: async (stage) => {
      await approved(stage);
      const [sunjing, id, key] = [await staffActor('sunjing'), await drawn(stage.workers[0].id), newKey()];
      await sunjing.call('openCallBack', { id });
      return () => sunjing.call('noteCallBack', { id, result, words: '打了两次' }, { key });
    },
  })),
  openDenial: [
    {
      title: 'by the node above',
      prepare: async (stage) => {
        await approved(stage);
        const [zhouyun, id, key] = [await staffActor('zhouyun'), await denied(stage.workers[0].id), newKey()];
        return () => zhouyun.call('openDenial', { id }, { key });
      },
    },
  ],
  settleDenial: [
    {
      title: 'by the node above',
      prepare: async (stage) => {
        await approved(stage);
        const [zhouyun, id, key] = [await staffActor('zhouyun'), await denied(stage.workers[0].id), newKey()];
        return () => zhouyun.call('settleDenial', { id, words: '已上门核实' }, { key });
      },
    },
  ],
  correctMyData: [
    doesOwn('of a member', 'correctMyData', { education: '20', phone: aPhone }, approved),
    doesOwn('with a code of WeChat', 'correctMyData', { phone: aCode }, approved),
  ],
  withdrawConsent: [
    doesOwn('while it waits', 'withdrawConsent', { consent: 'realName' }, first),
    doesOwn('of a member', 'withdrawConsent', { consent: 'privacy' }, approved),
    doesOwn('the bank’s, requested', 'withdrawConsent', { consent: 'bank' }, atTheBank),
    doesOwn('the bank’s, issued', 'withdrawConsent', { consent: 'bank' }, withBankCard),
  ],
  giveConsent: [
    doesOwn('again', 'giveConsent', { consent: 'privacy', version: consentVersions.privacy }, resting),
  ],
  requestCorrection: [
    doesOwn('of the name', 'requestCorrection', { name: '赵小六', reason: '改过名字' }, approved),
    doesOwn('of the ID number', 'requestCorrection', anotherNumber, approved),
  ],
  withdrawCorrection: [doesOwn('while it waits', 'withdrawCorrection', {}, correcting)],
  discloseCorrection: [
    opensCorrection('alone', correcting),
    opensCorrection('beside who claims the number', correctingToLive),
  ],
  decideCorrection: [
    decidesCorrection('grants it', correcting, seen),
    decidesCorrection('grants it while a bank card is requested', correctingAtTheBank, seen),
    decidesCorrection('grants it beside a submission cut short', correctingBesideCutShort, seen),
    decidesCorrection('declines it', correcting, { outcome: 'rejected', words: '请带身份证来窗口' }),
  ],
  leaveUnion: [
    doesOwn('while a correction waits', 'leaveUnion', {}, correcting),
    doesOwn('a member', 'leaveUnion', {}, approved),
    doesOwn('while a bank card is requested', 'leaveUnion', {}, atTheBank),
    doesOwn('beside somebody who claims the number', 'leaveUnion', {}, besideMember),
  ],
  forgetMe: [
    doesOwn('who never applied', 'forgetMe', {}, async () => {}),
    doesOwn('who was sent back', 'forgetMe', {}, rejected),
    doesOwn('who left, with messages and a correction that was declined', 'forgetMe', {}, leftWithTraces),
  ],
};
