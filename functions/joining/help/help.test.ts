import { cast, madeIdNumber, orgs } from '@niangjia/shared/cast';
import { firstJoiningPolicy } from '@niangjia/shared/joining/policy';
import { HOUR, MINUTE, SECOND } from '@niangjia/shared/time';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Acting, actingAs, call, newKey } from '../../../dev/api.ts';
import { approve, formOf, type OnSite, onSite, reject } from '../../../dev/onSite.ts';
import { openidOf } from '../../../dev/wechatCodes.ts';
import { type WechatPhone, wechatPhone } from '../../../dev/wechatPhone.ts';
import { changes } from '../../../proof/changes.ts';
import { waitingPage, webLogin } from '../../../proof/world.ts';
import { personOf } from '../../accounts.ts';
import { seed } from '../../seed.ts';
import { main as consume } from '../../stream.ts';
import { queryItems } from '../../table.ts';

let at: OnSite;

beforeAll(seed);
beforeEach(async () => {
  at = await onSite();
});
afterEach(() => {
  vi.useRealTimers();
});

let handled = 0;
/** What the stream would have done by now. */
async function catchUp(): Promise<void> {
  const all = await changes();
  await consume({ Records: all.slice(handled) });
  handled = all.length;
}
const own = { kind: 'typed', number: '13900000001' } as const;
let sequence = 100;
const idNumber = () => madeIdNumber('130681', '19660817', ++sequence);

/** Somebody is helped to join on Li Min's phone, at the session. */
async function helped(changed: object = {}) {
  const { visit } = (await at.limin('openHelpedForm', { session: at.code })).body;
  const form = { ...formOf('heping'), idNumber: idNumber(), phone: own, ...changed };
  const sent = await at.limin('submitHelped', { visit, ...form });
  if (sent.refusal) throw new Error(`could not help: ${sent.refusal.code}`);
  return { id: sent.body.id, person: sent.body.id.slice(0, 22), form };
}
/** The same, approved: a member with a card and no phone. */
async function helpedMember(changed: object = {}) {
  const one = await helped(changed);
  const decided = await at.limin('decideApplication', { id: one.id, ...approve });
  return { ...one, cardNumber: decided.body.cardNumber ?? '' };
}
const lookedUp = async (id: string, purpose: 'bindPhone' | 'lostPhone' = 'bindPhone') =>
  (await at.limin('lookUpMember', { by: 'id', id, purpose })).body;
/** Binds a phone as staff do: look up, see the document, take the code. */
async function binds(member: string, phone: WechatPhone) {
  const { seen } = (await lookedUp(member)).account;
  const { scan } = await phone.bindingCode();
  return at.limin('bindAccount', { id: member, code: scan, seen, evidence: 'seenAtDesk' });
}
async function freezes(member: string) {
  const { seen } = (await lookedUp(member, 'lostPhone')).account;
  return at.limin('freezeAccount', { id: member, seen, evidence: 'none' });
}
const itemsOf = async (person: string, prefix: string) =>
  (
    await queryItems({
      KeyConditionExpression: 'pk = :person AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':person': `PERSON#${person}`, ':prefix': prefix },
    })
  ).items;

describe('helping somebody to join', () => {
  it('puts them in the same queue, as helped, and makes them a member like anybody', async () => {
    const { id, person } = await helped();
    const { body: queue } = await at.limin('listApplications', { session: at.code });
    expect(queue.applications).toMatchObject([{ id, name: '何*', onSite: true, helped: true }]);
    const opened = await at.limin('discloseApplication', { id, purpose: 'review' });
    expect(opened.body.application).toMatchObject({ name: '何平', phone: own.number, helpedBy: 'you' });
    const zhaoqiang = await actingAs('zhaoqiang');
    const other = await zhaoqiang('discloseApplication', { id, purpose: 'review' });
    expect(other.body.application.helpedBy).toBe('colleague');
    const decided = await at.limin('decideApplication', { id, ...approve });
    expect(decided.body.cardNumber).toMatch(/^110102\d{6}$/);
    expect((await lookedUp(person)).account).toMatchObject({ state: 'none', seen: 0 });
  });

  it('is counted by the board: opened, submitted, approved', async () => {
    await at.limin('openHelpedForm', { session: at.code });
    await helpedMember();
    await catchUp();
    const { body } = await at.limin('getBoard', { code: at.code });
    expect(body.figures).toMatchObject({ opened: 2, submitted: 1, approved: 1 });
  });

  it('shows auditors when whoever helped decided as well', async () => {
    const { person } = await helpedMember();
    await catchUp();
    const record = (await itemsOf(person, 'DECISION#')).find(({ kind }) => kind === 'application');
    expect(record?.helpedBy).toBe(await personOf(openidOf('limin')));
    expect(record?.helpedBy).toBe(record?.by);
  });

  it('takes somebody’s number who passes word on, or none at all', async () => {
    const contact = await helped({ phone: { kind: 'contact', number: '13900000002' } });
    const none = await helped({ phone: { kind: 'none' } });
    const open = async (id: string) =>
      (await at.limin('discloseApplication', { id, purpose: 'review' })).body.application;
    expect(await open(contact.id)).toMatchObject({ phone: '13900000002', phoneOf: 'contact' });
    expect(await open(none.id)).toMatchObject({ phone: '', phoneOf: 'none' });
    const nonsense = { ...formOf('heping'), phone: { kind: 'contact', number: '110' } as const };
    const { visit } = (await at.limin('openHelpedForm', { session: at.code })).body;
    const refused = await at.limin('submitHelped', { visit, ...nonsense });
    expect(refused.refusal?.details).toEqual({ fields: { 'phone.number': 'PHONE' } });
  });

  it('is the same person for the same request', async () => {
    const key = newKey();
    const first = await at.limin('openHelpedForm', { session: at.code }, { key });
    const again = await at.limin('openHelpedForm', { session: at.code }, { key });
    const form = { ...formOf('heping'), idNumber: idNumber(), phone: own };
    const sent = await at.limin('submitHelped', { visit: first.body.visit, ...form });
    const late = await at.limin('submitHelped', { visit: again.body.visit, ...form });
    expect(sent.refusal).toBeUndefined();
    expect(late.refusal?.code).toBe('ALREADY_SUBMITTED');
  });

  it('keeps nothing of somebody under 16', async () => {
    const { visit } = (await at.limin('openHelpedForm', { session: at.code })).body;
    const young = { ...formOf('heping'), idNumber: madeIdNumber('110102', '20201001', 3), phone: own };
    expect((await at.limin('submitHelped', { visit, ...young })).refusal?.code).toBe('UNDER_16');
    const { body } = await at.limin('listApplications', { session: at.code });
    expect(body.applications).toEqual([]);
  });

  it('is settled at the desk like any other when the number is live', async () => {
    const { id } = await at.applied('chenjing', { idNumber: idNumber() });
    const number = (await at.limin('discloseApplication', { id, purpose: 'review' })).body.application
      .idNumber;
    const again = await helped({ idNumber: number });
    expect((await at.limin('decideApplication', { id: again.id, ...approve })).refusal?.code).toBe(
      'CONTESTED',
    );
    await at.limin('decideApplication', { id, outcome: 'voided' });
    expect((await at.limin('decideApplication', { id: again.id, ...approve })).refusal).toBeUndefined();
  });

  it('is online where no session is on, and goes to a union that takes members', async () => {
    const org = orgs.shunda.id;
    const zhouyun = await actingAs('zhouyun');
    expect((await zhouyun('openHelpedForm', { org })).body).toMatchObject({
      onSite: false,
      org: { id: org },
    });
    expect((await zhouyun('openHelpedForm', { org: orgs.xicheng.id })).refusal?.code).toBe('NOT_FOUND');
    expect((await zhouyun('openHelpedForm', {})).refusal?.code).toBe('NOT_FOUND');
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.setSystemTime(Date.now() + 2 * HOUR);
    const later = await actingAs('limin');
    expect((await later('openHelpedForm', { session: at.code })).body.onSite).toBe(false);
  });

  it('may be done for so many people an hour, whatever ID numbers they have, and no more', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Math.ceil(Date.now() / HOUR) * HOUR });
    const org = orgs.zhongguancunJoint.id;
    const wugang = await actingAs('wugang');
    const help = async (who: Acting) => {
      const { visit } = (await who('openHelpedForm', { org })).body;
      return who('submitHelped', { visit, ...formOf('heping'), idNumber: idNumber(), phone: own });
    };
    for (let people = 0; people < firstJoiningPolicy.helpedAnHour; people++) {
      expect((await help(wugang)).refusal).toBeUndefined();
    }
    expect((await help(wugang)).refusal?.code).toBe('HELPED_TOO_MANY');
    vi.setSystemTime(Date.now() + HOUR);
    expect((await help(await actingAs('wugang'))).refusal).toBeUndefined();
  });

  it('can be mended in one go after it was sent back, and keeps its round', async () => {
    const key = newKey();
    const { visit } = (await at.limin('openHelpedForm', { session: at.code }, { key })).body;
    const form = { ...formOf('heping'), idNumber: idNumber(), phone: own };
    const { id } = (await at.limin('submitHelped', { visit, ...form })).body;
    await at.limin('decideApplication', { id, ...reject });
    const again = await at.limin('submitHelped', { visit, ...form, idNumber: idNumber() });
    expect(again.body.id).toBe(id.replace('.1', '.2'));
  });
});

describe('looking a member up', () => {
  it('finds them by ID number or by the number on the card, and records who looked and what for', async () => {
    const { person, form, cardNumber } = await helpedMember();
    await catchUp();
    const by = { purpose: 'printCard' } as const;
    const byNumber = await at.limin('lookUpMember', { by: 'idNumber', idNumber: form.idNumber, ...by });
    const byCard = await at.limin('lookUpMember', { by: 'cardNumber', cardNumber, ...by });
    expect(byNumber.body).toEqual(byCard.body);
    expect(byCard.body).toMatchObject({
      id: person,
      name: '何平',
      idNumber: form.idNumber,
      cardNumber,
      org: { name: orgs.xinjiekouJoint.name },
      membership: 'active',
      contested: false,
      account: { state: 'none' },
    });
    const records = await itemsOf(person, 'DISCLOSURE#');
    expect(records).toMatchObject([{ purpose: 'printCard' }, { purpose: 'printCard' }]);
  });

  it('says the same of nobody, of an applicant, and of a member elsewhere, and counts it', async () => {
    const waiting = await helped();
    const member = await helpedMember();
    const elsewhere = await actingAs('wugang');
    const asked = async (who: Acting, number: string) =>
      (await who('lookUpMember', { by: 'idNumber', idNumber: number, purpose: 'bindPhone' })).refusal;
    const answers = [
      await asked(at.limin, idNumber()),
      await asked(at.limin, waiting.form.idNumber),
      await asked(elsewhere, member.form.idNumber),
    ];
    expect(answers.map((refusal) => refusal?.code)).toEqual(Array(3).fill('MEMBER_NOT_FOUND'));
    expect(await itemsOf(member.person, 'DISCLOSURE#')).toEqual([]);
    for (let turn = 0; turn < 19; turn++) await asked(elsewhere, idNumber());
    expect((await asked(elsewhere, idNumber()))?.code).toBe('TOO_MANY_GUESSES');
  });

  it('says when somebody else claims the number too', async () => {
    const { person, form } = await helpedMember();
    await at.applied('ouyang', { idNumber: form.idNumber });
    expect((await lookedUp(person)).contested).toBe(true);
  });

  it('is not for oneself', async () => {
    const { id } = await at.applied('zhaoqiang');
    await at.limin('decideApplication', { id, ...approve });
    const zhaoqiang = await actingAs('zhaoqiang');
    const mine = await zhaoqiang('lookUpMember', {
      by: 'idNumber',
      idNumber: cast.zhaoqiang.idNumber,
      purpose: 'bindPhone',
    });
    expect(mine.refusal?.code).toBe('OWN_ACCOUNT');
  });
});

describe('a binding code', () => {
  it('is short to type, and tells its phone what became of it', async () => {
    const { person } = await helpedMember();
    const { typed, scan } = await wechatPhone().bindingCode();
    expect(typed).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/);
    const state = async () => (await call('checkBindingCode', { scan })).body.state;
    expect(await state()).toBe('waiting');
    expect((await call('checkBindingCode', { scan: typed })).body.state).toBe('over');
    const said = typed.replace('-', ' ').toLowerCase();
    const { seen } = (await lookedUp(person)).account;
    const done = await at.limin('bindAccount', { id: person, code: said, seen, evidence: 'seenAtDesk' });
    expect(done.refusal).toBeUndefined();
    expect(await state()).toBe('used');
  });

  it('is good for two minutes, once', async () => {
    const [one, other, phone] = [await helpedMember(), await helpedMember(), wechatPhone()];
    vi.useFakeTimers({ toFake: ['Date'] });
    const bind = async (member: string, code: string) => {
      const { seen } = (await lookedUp(member)).account;
      return (await at.limin('bindAccount', { id: member, code, seen, evidence: 'seenAtDesk' })).refusal
        ?.code;
    };
    const old = await phone.bindingCode();
    vi.setSystemTime(Date.now() + 2 * MINUTE);
    expect((await call('checkBindingCode', { scan: old.scan })).body.state).toBe('over');
    expect(await bind(one.person, old.scan)).toBe('BINDING_CODE_OVER');
    const { scan } = await phone.bindingCode();
    expect(await bind(one.person, scan)).toBeUndefined();
    expect(await bind(one.person, scan)).toBe('ALREADY_BOUND');
    expect(await bind(other.person, scan)).toBe('PHONE_TAKEN');
    await freezes(one.person);
    expect(await bind(one.person, scan)).toBe('BINDING_CODE_OVER');
  });

  it('that is wrong is counted', async () => {
    const { person } = await helpedMember();
    const zhouyun = await actingAs('zhouyun');
    const guess = async (n: number) => {
      const input = { id: person, code: `WRNG-22${n + 22}`, seen: 0, evidence: 'seenAtDesk' } as const;
      return (await zhouyun('bindAccount', input)).refusal?.code;
    };
    for (let n = 0; n < 20; n++) expect(await guess(n)).toBe('BINDING_CODE_OVER');
    expect(await guess(20)).toBe('TOO_MANY_GUESSES');
  });
});

describe('binding a phone', () => {
  it('leads somebody who was helped to their own membership', async () => {
    const { person, cardNumber } = await helpedMember();
    const phone = wechatPhone();
    expect((await binds(person, phone)).refusal).toBeUndefined();
    const owner = await phone.signedIn();
    expect(owner.person).toBe(person);
    expect((await owner.call('getCard', {})).body).toMatchObject({ name: '何平', cardNumber });
    expect((await lookedUp(person)).account).toMatchObject({ state: 'bound', seen: 1 });
  });

  it('on a phone that was signed in: who was nobody yet is the member now, and starts nothing as nobody', async () => {
    const { person, form } = await helpedMember();
    const phone = wechatPhone();
    const nobody = await phone.signedIn();
    const visit = await at.visitOf(nobody.call);
    expect((await binds(person, phone)).refusal).toBeUndefined();
    const late = await nobody.call('submitApplication', { visit, ...form });
    expect(late.refusal?.code).toBe('SIGN_IN');
    expect((await nobody.call('getMyApplication', {})).body.status).toBe('none');
    const owner = await phone.signedIn();
    const again = await owner.call('submitApplication', { visit: await at.visitOf(owner.call), ...form });
    expect([owner.person, again.refusal?.code]).toEqual([person, 'ALREADY_MEMBER']);
  });

  it('ends what an old phone reaches, and tells it so', async () => {
    const { person } = await helpedMember();
    const [old, phone] = [wechatPhone(), wechatPhone()];
    await binds(person, old);
    await binds(person, phone);
    await catchUp();
    const stranger = await old.signedIn();
    expect(stranger.person).not.toBe(person);
    expect((await stranger.call('getMyApplication', {})).body.status).toBe('none');
    expect((await stranger.call('getCard', {})).refusal?.code).toBe('NO_CARD');
    expect(await itemsOf(stranger.person, 'MESSAGE#')).toMatchObject([{ kind: 'accountMoved' }]);
    expect((await phone.signedIn()).person).toBe(person);
    // Whoever has the old phone may join, or be bound, like anybody.
    const other = await helpedMember();
    expect((await binds(other.person, old)).refusal).toBeUndefined();
    expect((await old.signedIn()).person).toBe(other.person);
  });

  it('is recorded: who, as what, when, from which state to which, on what evidence', async () => {
    const { person } = await helpedMember();
    await binds(person, wechatPhone());
    await freezes(person);
    await catchUp();
    const records = (await itemsOf(person, 'DECISION#')).filter(({ kind }) => kind === 'account');
    const limin = await personOf(openidOf('limin'));
    const by = {
      by: limin,
      role: 'reviewer',
      authority: '工发〔2026〕1号',
      org: { id: orgs.xinjiekouJoint.id },
    };
    expect(records).toMatchObject([
      { ...by, from: 'none', to: 'bound', evidence: 'seenAtDesk' },
      { ...by, from: 'bound', to: 'frozen', evidence: 'none' },
    ]);
    expect(JSON.stringify(records)).not.toContain('openid');
  });

  it('is refused for a phone whose owner has something of their own', async () => {
    const { person } = await helpedMember();
    const [waiting, member, staff] = [
      await at.applied('liuyang'),
      await at.applied('zhangwei'),
      'wugang',
    ] as const;
    await at.limin('decideApplication', { id: member.id, ...approve });
    for (const name of ['liuyang', 'zhangwei', staff]) {
      expect((await binds(person, wechatPhone(openidOf(name)))).refusal?.code).toBe('PHONE_TAKEN');
    }
    await at.limin('decideApplication', { id: waiting.id, ...reject });
    expect((await binds(person, wechatPhone(openidOf('liuyang')))).refusal).toBeUndefined();
    const liuyang = await actingAs('liuyang');
    expect((await liuyang('getMyApplication', {})).body.status).toBe('approved');
  });

  it('is refused to whoever decides, for their own and with their own', async () => {
    const { person } = await helpedMember();
    expect((await binds(person, wechatPhone(openidOf('limin')))).refusal?.code).toBe('OWN_ACCOUNT');
  });

  it('at two desks at once: one is done, the other is told', async () => {
    const { person } = await helpedMember();
    const phones = [wechatPhone(), wechatPhone()];
    const { seen } = (await lookedUp(person)).account;
    const codes = await Promise.all(phones.map((phone) => phone.bindingCode()));
    const desks = [at.limin, await actingAs('zhaoqiang')];
    const done = await Promise.all(
      desks.map((desk, i) =>
        desk('bindAccount', { id: person, code: codes[i]?.scan ?? '', seen, evidence: 'seenAtDesk' }),
      ),
    );
    expect(done.map(({ refusal }) => refusal?.code).sort()).toEqual(['ACCOUNT_CHANGED', undefined]);
    const people = await Promise.all(phones.map(async (phone) => (await phone.signedIn()).person));
    expect(people.filter((who) => who === person)).toHaveLength(1);
  });

  it('twice is once', async () => {
    const { person } = await helpedMember();
    const phone = wechatPhone();
    const { seen } = (await lookedUp(person)).account;
    const { scan } = await phone.bindingCode();
    const input = { id: person, code: scan, seen, evidence: 'seenAtDesk' } as const;
    const key = newKey();
    const first = await at.limin('bindAccount', input, { key });
    expect((await at.limin('bindAccount', input, { key })).body).toEqual(first.body);
    const other = await at.limin('bindAccount', { ...input, seen: 1 }, { key });
    expect(other.refusal?.code).toBe('KEY_REUSED');
  });
});

describe('a lost phone', () => {
  it('signs in no more, its card is not valid, and it comes back only at a desk', async () => {
    const { person } = await helpedMember();
    const phone = wechatPhone();
    await binds(person, phone);
    const thief = await phone.signedIn();
    const { token } = (await thief.call('issueCardToken', {})).body;
    const verified = async () => (await at.limin('verifyCard', { token })).body.valid;
    expect(await verified()).toBe(true);
    expect((await freezes(person)).refusal).toBeUndefined();
    expect(await verified()).toBe(false);
    expect((await thief.call('issueCardToken', {})).refusal?.code).toBe('ACCOUNT_FROZEN');
    const { refusal } = await phone.signIn();
    expect(refusal).toMatchObject({ code: 'ACCOUNT_FROZEN', next: { screen: 'bind' } });
    expect((await lookedUp(person)).account.state).toBe('frozen');
    expect((await freezes(person)).refusal?.code).toBe('ALREADY_FROZEN');
    await catchUp();
    expect(await itemsOf(person, 'MESSAGE#')).toMatchObject([
      { kind: 'applicationApproved' },
      { kind: 'accountFrozen' },
    ]);
    // The phone was found: it cannot sign in, but it can show a code.
    expect((await binds(person, phone)).refusal).toBeUndefined();
    expect((await phone.signedIn()).person).toBe(person);
    expect(await verified()).toBe(true);
  });

  it('is followed by a new one, and is nobody’s afterwards', async () => {
    const { person } = await helpedMember();
    const [lost, phone] = [wechatPhone(), wechatPhone()];
    await binds(person, lost);
    await freezes(person);
    expect((await binds(person, phone)).refusal).toBeUndefined();
    const owner = await phone.signedIn();
    expect(owner.person).toBe(person);
    expect((await owner.call('issueCardToken', {})).refusal).toBeUndefined();
    expect((await lost.signedIn()).person).not.toBe(person);
  });

  it('ends a token within fifteen minutes', async () => {
    const { person } = await helpedMember();
    const phone = wechatPhone();
    await binds(person, phone);
    vi.useFakeTimers({ toFake: ['Date'] });
    const thief = await phone.signedIn();
    await freezes(person);
    vi.setSystemTime(Date.now() + 15 * MINUTE);
    expect((await thief.call('getCard', {})).refusal?.code).toBe('SIGN_IN');
    expect((await phone.signIn()).refusal?.code).toBe('ACCOUNT_FROZEN');
  });

  it('of somebody of the staff ends every web sign-in, and only the phone that is bound begins another', async () => {
    const openid = openidOf('wugang');
    const person = await personOf(openid);
    const { id } = await at.applied('wugang');
    await at.limin('decideApplication', { id, ...approve });
    const old = { id: person, call: await actingAs('wugang') };
    const queue = (token: string) => call('listApplications', { org: orgs.zhongguancunJoint.id }, token);
    const login = await webLogin(old);
    expect((await queue(login.token)).status).toBe(200);
    const [page, late] = [await waitingPage(), await waitingPage()];
    await old.call('confirmPairing', { code: late.code });
    expect((await freezes(person)).status).toBe(200);
    expect((await queue(login.token)).refusal?.code).toBe('WEB_SIGN_IN_OVER');
    expect((await call('renewSignIn', { renewal: login.renewal })).refusal?.code).toBe('WEB_SIGN_IN_OVER');
    expect((await call('takePairing', late)).refusal?.code).toBe('PAIRING_OVER');
    expect((await old.call('confirmPairing', { code: page.code })).refusal?.code).toBe('ACCOUNT_FROZEN');

    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 2 * SECOND });
    const phone = wechatPhone();
    expect((await binds(person, phone)).status).toBe(200);
    // What the lost phone was given before is good for a while yet, but not for this.
    expect((await call('takePairing', late)).refusal?.code).toBe('PAIRING_OVER');
    expect((await old.call('confirmPairing', { code: page.code })).refusal?.code).toBe('SIGN_IN');
    expect((await old.call('listApplications', { org: orgs.zhongguancunJoint.id })).refusal?.code).toBe(
      'SIGN_IN',
    );
    const bound = await phone.signedIn();
    const again = await webLogin({ id: bound.person, call: bound.call });
    expect((await queue(again.token)).status).toBe(200);
  });

  it('of somebody of the staff stops their roles at the next request, and gives them back with the phone', async () => {
    const { id } = await at.applied('sunjing');
    await at.limin('decideApplication', { id, ...approve });
    const sunjing = await actingAs('sunjing');
    const works = async (who: Acting) => (await who('listApplications', { session: at.code })).refusal?.code;
    expect(await works(sunjing)).toBeUndefined();
    await freezes(id.slice(0, 22));
    expect(await works(sunjing)).toBe('ACCOUNT_FROZEN');
    const phone = wechatPhone();
    expect((await binds(id.slice(0, 22), phone)).refusal).toBeUndefined();
    expect(await works((await phone.signedIn()).call)).toBeUndefined();
    expect((await wechatPhone(openidOf('sunjing')).signIn()).body.staff).toEqual([]);
  });

  it('needs a phone that was bound, and a member', async () => {
    const { person } = await helpedMember();
    expect((await freezes(person)).refusal?.code).toBe('NO_PHONE_BOUND');
    const waiting = await helped();
    const input = { id: waiting.person, seen: 0, evidence: 'none' } as const;
    expect((await at.limin('freezeAccount', input)).refusal?.code).toBe('NOT_FOUND');
  });
});
