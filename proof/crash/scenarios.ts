import { orgs } from '@niangjia/shared/cast';
import { bankConsentVersion, consentVersions } from '@niangjia/shared/joining/form';
import { HOUR, MINUTE } from '@niangjia/shared/time';
import { call, type EndpointName, type endpoints, newKey } from '../../dev/api.ts';
import { denied, drawn } from '../callBacks.ts';
import { applied, approval, rejection, staffActor, waitingPage, webLogin } from '../world.ts';
import { bookingScenarios } from './bookings.ts';
import { clubDeskScenarios } from './clubDesk.ts';
import { clubMoneyScenarios } from './clubMoney.ts';
import { clubScenarios } from './clubs.ts';
import { keepingScenarios } from './keeping.ts';
import { photoScenarios } from './photos.ts';
import {
  aCode,
  anotherNumber,
  aPhone,
  approved,
  atTheBank,
  besideCutShort,
  besideMember,
  binds,
  both,
  correcting,
  correctingAtTheBank,
  correctingBesideCutShort,
  correctingToLive,
  counts,
  decides,
  decidesCorrection,
  deed,
  discloses,
  doesOwn,
  first,
  frozen,
  helpsWith,
  leftWithTraces,
  opensCorrection,
  rejected,
  resting,
  seen,
  submissionCutShort,
  submits,
  takes,
  withBankCard,
} from './situations.ts';
import type { Scenario } from './stage.ts';
import { wallScenarios } from './wall.ts';

/** Every endpoint that writes, by its contract. */
export type WriteName = {
  [Name in EndpointName]: (typeof endpoints)[Name]['repeat'] extends 'safe' ? never : Name;
}[EndpointName];

const ofHouses = { ...bookingScenarios, ...keepingScenarios, ...photoScenarios };
/** The endpoints of venues, which are many. */
export const houseNames = Object.keys(ofHouses) as (keyof typeof ofHouses)[];

const ofClubs = { ...clubScenarios, ...clubDeskScenarios, ...clubMoneyScenarios, ...wallScenarios };
/** The endpoints of clubs, which are many too. */
export const clubNames = Object.keys(ofClubs) as (keyof typeof ofClubs)[];

/** For each endpoint that writes, the situations in which it takes another way through its calls. */
export const scenarios: Record<WriteName, readonly Scenario[]> = {
  ...ofHouses,
  ...ofClubs,
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
