import { orgs } from '@niangjia/shared/cast';
import type { ResponseOf } from '@niangjia/shared/contract';
import { bankConsentVersion, consentVersions } from '@niangjia/shared/joining/form';
import type { myData } from '@niangjia/shared/joining/myDataContract';
import { firstJoiningPolicy } from '@niangjia/shared/joining/policy';
import { HOUR } from '@niangjia/shared/time';
import type { EndpointName } from '../../dev/api.ts';
import type { Form } from '../../dev/onSite.ts';
import { denied, drawn } from '../callBacks.ts';
import { type Actor, applied, approval, formOf, visitAt, waitingPage, webLogin, worker } from '../world.ts';
import { bookingSubjects } from './bookings.ts';
import { clubDeskSubjects } from './clubDesk.ts';
import { clubMoneySubjects } from './clubMoney.ts';
import { clubSubjects } from './clubs.ts';
import type { Subject } from './subject.ts';
import { wallSubjects } from './wall.ts';

/** Whether a copy is of somebody who never applied, and names nobody else. */
const ofNobody =
  ({ name, idNumber }: Form) =>
  (body: unknown) => {
    const { application, consents, history, readings, passages } = body as ResponseOf<typeof myData.getCopy>;
    const text = JSON.stringify(body);
    return (
      !application &&
      [consents, history, readings, passages].every(({ length }) => length === 0) &&
      ![name, idNumber].some((own) => text.includes(own))
    );
  };

/** For every endpoint, valid requests about a node below the street: so only who asks makes a difference. */
export async function subjects(
  reviewer: Actor,
  code: string,
): Promise<Record<EndpointName, readonly Subject[]>> {
  const [member, waiting, visiting, scanning] = [
    await worker(1),
    await worker(2),
    await worker(3),
    await worker(4),
  ];
  const memberId = await applied(code, member);
  await reviewer.call('decideApplication', { id: memberId, ...approval });
  const { body: card } = await member.call('issueCardToken', {});
  await member.call('requestBankCard', { consent: bankConsentVersion });
  const id = await applied(code, waiting);
  const lookUp = { by: 'id', id: member.id, purpose: 'bindPhone' } as const;
  const { seen } = (await reviewer.call('lookUpMember', lookUp)).body.account;
  const { body: binding } = await reviewer.call('issueBindingCode', { code: 'demo-ouyang' });
  const helped = (await reviewer.call('openHelpedForm', { session: code })).body.visit;
  const visit = await visitAt(code, visiting);
  const { scan } = (await scanning.call('getSession', { code })).body;
  const resting = await worker(5);
  await reviewer.call('decideApplication', { id: await applied(code, resting), ...approval });
  await resting.call('withdrawConsent', { consent: 'privacy' });
  const [page, confirmed] = [await waitingPage(), await waitingPage()];
  await reviewer.call('confirmPairing', { code: confirmed.code });
  const web = await webLogin(reviewer);
  const correcting = await worker(6);
  await reviewer.call('decideApplication', { id: await applied(code, correcting), ...approval });
  await correcting.call('requestCorrection', { name: '赵小六', reason: '改过名字' });
  const [called, denies] = [await drawn(member.id), await denied(resting.id)];
  const org = orgs.xinjiekouJoint.id;
  const now = Date.now();
  const session = { org, place: '西直门站点', startsAt: now, endsAt: now + HOUR, occupations: [] };
  const { keepRefused, keepMembership } = firstJoiningPolicy;
  const noData = { consents: [], keeps: { application: keepRefused, membership: keepMembership } };
  return {
    getHealth: [{ input: {} }],
    getOpenApi: [{ input: {} }],
    signIn: [{ input: { code: 'demo-ouyang' } }],
    openPairing: [{ input: { secretHash: 'x'.repeat(43), browser: { family: 'edge', system: 'windows' } } }],
    inspectPairing: [{ input: { code: page.code } }],
    confirmPairing: [{ input: { code: page.code } }],
    takePairing: [
      { title: 'of a page that waits', input: page },
      { title: 'of a page that was confirmed', input: confirmed },
    ],
    renewSignIn: [{ input: { renewal: web.renewal } }],
    listSignIns: [{ input: {} }],
    endSignIn: [{ input: { id: web.signIn } }],
    endSignIns: [{ input: {} }],
    openSession: [{ input: session }],
    listSessions: [{ input: { org } }],
    getSession: [{ input: { code } }],
    getPoster: [{ input: { code } }],
    getBoard: [{ input: { code } }],
    countConsultations: [{ input: { code, people: 1 } }],
    listStaff: [{ input: { org } }],
    findOrgs: [{ input: {} }],
    openForm: [
      {
        title: 'a scan',
        input: { from: 'poster', scan },
        owner: { id: scanning.id, strangers: 'VISIT_EXPIRED' },
      },
      { title: 'a union', input: { from: 'online', org } },
    ],
    submitApplication: [
      { input: { visit, ...formOf(3) }, owner: { id: visiting.id, strangers: 'VISIT_EXPIRED' } },
    ],
    getMyApplication: [{ input: {}, owner: { id: waiting.id, strangers: 'none' } }],
    withdrawApplication: [{ input: {}, owner: { id: waiting.id, strangers: 'NOTHING_TO_WITHDRAW' } }],
    listApplications: [
      { title: 'of a session', input: { session: code } },
      { title: 'of an org', input: { org } },
      { title: 'decided', input: { org, status: 'approved' } },
    ],
    listQueues: [{ input: { org } }],
    listNodes: [{ input: { org } }],
    listDecisions: [
      { input: { org } },
      { title: 'about a card', input: { org, cardNumber: '110102000001' } },
    ],
    listDisclosures: [{ input: { org } }, { title: 'about somebody', input: { org, person: member.id } }],
    listPaces: [{ input: { org } }],
    listCallBacks: [{ input: { org } }],
    openCallBack: [{ input: { id: called } }],
    noteCallBack: [{ input: { id: called, result: 'confirmed' } }],
    listDenials: [{ input: { org } }],
    // What a union's member denies is settled above the union.
    openDenial: [{ input: { id: denies }, covers: ['above'] }],
    settleDenial: [{ input: { id: denies, words: '已上门核实' }, covers: ['above'] }],
    discloseApplication: [{ input: { id, purpose: 'review' } }],
    decideApplication: [{ input: { id, ...approval } }],
    decideMany: [{ input: { decisions: [{ id, ...approval }] } }],
    requestBankCard: [
      { input: { consent: bankConsentVersion }, owner: { id: member.id, strangers: 'NO_CARD' } },
    ],
    listBankCards: [
      { title: 'of a session', input: { session: code } },
      { title: 'of an org', input: { org } },
    ],
    listBankQueues: [{ input: { org } }],
    issueBankCard: [{ input: { id: memberId, lastFour: '1234' } }],
    getCard: [{ input: {}, owner: { id: member.id, strangers: 'NO_CARD' } }],
    issueCardToken: [{ input: {}, owner: { id: member.id, strangers: 'NO_CARD' } }],
    openHelpedForm: [
      { title: 'at a session', input: { session: code } },
      { title: 'of an org', input: { org } },
    ],
    submitHelped: [{ input: { visit: helped, ...formOf(5), phone: { kind: 'none' } } }],
    lookUpMember: [
      { title: 'by id', input: lookUp, elsewhere: 'MEMBER_NOT_FOUND' },
      {
        title: 'by ID number',
        input: { by: 'idNumber', idNumber: member.form.idNumber, purpose: 'printCard' },
        elsewhere: 'MEMBER_NOT_FOUND',
      },
    ],
    issueBindingCode: [{ input: { code: 'demo-ouyang' } }],
    checkBindingCode: [{ input: { scan: binding.scan } }],
    freezeAccount: [{ input: { id: member.id, seen, evidence: 'none' } }],
    bindAccount: [{ input: { id: member.id, code: binding.typed, seen, evidence: 'seenAtDesk' } }],
    verifyCard: [{ input: { token: card.token } }],
    getMyData: [{ input: {}, owner: { id: member.id, strangers: 'none', nothing: noData } }],
    getCopy: [{ input: {}, owner: { id: member.id, strangers: 'none', nothing: ofNobody(member.form) } }],
    listReadings: [
      {
        input: {},
        owner: { id: member.id, strangers: 'none', nothing: { readings: [], further: false } },
      },
    ],
    correctMyData: [{ input: { education: '20' }, owner: { id: member.id, strangers: 'NOT_A_MEMBER' } }],
    withdrawConsent: [
      { input: { consent: 'realName' }, owner: { id: waiting.id, strangers: 'CONSENT_NOT_GIVEN' } },
    ],
    giveConsent: [
      {
        input: { consent: 'privacy', version: consentVersions.privacy },
        owner: { id: resting.id, strangers: 'NOT_A_MEMBER' },
      },
    ],
    requestCorrection: [
      {
        input: { name: '王芳芳', reason: '登记时写错了' },
        owner: { id: member.id, strangers: 'NOT_A_MEMBER' },
      },
    ],
    withdrawCorrection: [{ input: {}, owner: { id: correcting.id, strangers: 'NOTHING_TO_WITHDRAW' } }],
    listCorrections: [{ input: { org } }],
    discloseCorrection: [{ input: { id: `${correcting.id}.1` } }],
    decideCorrection: [{ input: { id: `${correcting.id}.1`, ...approval } }],
    forgetMe: [{ input: {} }],
    leaveUnion: [{ input: {}, owner: { id: member.id, strangers: 'NOT_A_MEMBER' } }],
    listMessages: [{ input: {} }],
    readMessages: [{ input: { until: now } }],
    ...(await bookingSubjects()),
    ...(await clubDeskSubjects()),
    ...(await clubMoneySubjects()),
    ...(await clubSubjects()),
    ...(await wallSubjects()),
  };
}
