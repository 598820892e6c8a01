import { type CastName, cast, orgs } from '@niangjia/shared/cast';
import { bankConsentVersion, consentVersions } from '@niangjia/shared/joining/form';
import { enter, enterWait } from '@niangjia/shared/venues/calendar';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { actingAs, newKey } from '../../../dev/api.ts';
import { approve, formOf, type OnSite, onSite, reject } from '../../../dev/onSite.ts';
import { changes } from '../../../proof/changes.ts';
import { commented, shownPost } from '../../../proof/clubs/posts.ts';
import { makeActivity, makeClub, reportedActivity } from '../../../proof/clubs/world.ts';
import { member, noShowOf, openedVenue, tomorrowAt } from '../../../proof/venues/house.ts';
import type { Actor } from '../../../proof/world.ts';
import { changeCalendar, getCalendar } from '../../calendars.ts';
import { decisionsAbout } from '../../records.ts';
import { seed } from '../../seed.ts';
import { main as consume } from '../../stream.ts';

let at: OnSite;

beforeAll(seed);
beforeEach(async () => {
  at = await onSite();
});

/** Somebody of the cast who was approved just now. */
async function memberOf(name: CastName) {
  const { who, id } = await at.applied(name);
  const { body } = await at.limin('decideApplication', { id, ...approve });
  return { who, id, cardNumber: body.cardNumber };
}
const own = async (name: CastName) => (await (await actingAs(name))('getMyData', {})).body;
const deliver = async () => consume({ Records: await changes() });
/** What was recorded of a person, as `kind to fields`, latest first. */
async function recorded(id: string): Promise<string[]> {
  await deliver();
  const records = await decisionsAbout(id.split('.')[0] ?? '');
  return records.map(({ kind, to, fields }) => [kind, to, ...(fields ?? [])].join(' '));
}

describe('seeing', () => {
  it('shows the person everything that is kept, as they filled it in', async () => {
    expect(await own('heping')).toEqual({ consents: [], keeps: expect.anything() });
    const { id, cardNumber } = await memberOf('wangfang');
    const { application, consents } = await own('wangfang');
    expect(application).toMatchObject({
      status: 'approved',
      membership: 'active',
      name: '王芳',
      idNumber: cast.wangfang.idNumber,
      phone: cast.wangfang.phone,
      sex: '2',
      birthDate: '1991-03-02',
      employment: { kind: 'newForm', occupation: 'courier', platform: '顺达快递' },
      org: orgs.xinjiekouJoint.name,
      onSite: true,
      evidence: 'seenAtDesk',
      cardNumber,
    });
    expect(consents.map(({ consent, version }) => [consent, version])).toEqual(
      Object.entries(consentVersions),
    );
    expect(JSON.stringify(application)).not.toContain(id.split('.')[0]);
  });

  it('gives a copy of everything, of the person alone', async () => {
    const { who, id } = await memberOf('luxin');
    const rival = await at.applied('heping', { idNumber: cast.luxin.idNumber });
    await at.limin('discloseApplication', { id: rival.id, purpose: 'settle' });
    await who('correctMyData', { education: '20' });
    await who('requestCorrection', { name: '陆欣欣', reason: '登记时写错了' });
    const declined = { id, outcome: 'rejected', words: '请带身份证到窗口来' } as const;
    await at.limin('decideCorrection', declined);
    await at.limin('decideApplication', { id: rival.id, outcome: 'voided' });
    await deliver();
    const { body } = await who('getCopy', {});
    const { keeps: _, ...data } = (await who('getMyData', {})).body;
    expect(body).toMatchObject({
      ...data,
      correction: { asked: { name: '陆欣欣', reason: '登记时写错了' } },
      account: { openid: expect.any(String) },
      staff: { name: '陆欣', office: orgs.xicheng.name, roles: [{ role: 'bankClerk' }] },
      passages: [{ place: '新街口快递分拣中心' }],
      further: false,
    });
    expect(body.history.map(({ kind, to, own, words }) => [kind, to, own, words])).toEqual([
      ['correction', 'rejected', false, declined.words],
      ['correction', 'corrected', true, undefined],
      ['application', 'approved', false, undefined],
      ['consent', 'given', true, undefined],
    ]);
    expect(body.messages.map(({ title }) => title)).toContain('入会申请通过了');
    expect(body.readings).toMatchObject([{ role: 'reviewer', purpose: 'review' }]);
    const text = JSON.stringify(body);
    for (const other of [cast.heping.phone, '李敏', rival.id.split('.')[0]])
      expect(text).not.toContain(other);

    // Whoever used the number is told what they were told before, and nothing of it.
    const own = (await rival.who('getCopy', {})).body;
    expect(own.application?.status).toBe('rejected');
    expect(own.history[0]).toMatchObject({ to: 'rejected', reason: 'notInPerson' });
    expect(JSON.stringify(own)).not.toMatch(/voided|settle|陆欣/);
  });

  it('gives a copy of what venues keep: bookings, places in line, no-shows and what was said about them', async () => {
    const { who, id } = await memberOf('linxiu');
    const [person = ''] = id.split('.');
    const venue = await openedVenue(2);
    const [mine = '', theirs = ''] = venue.rooms.map((room) => room.id);
    const slot = (room: string, clock: string) => ({ venue: venue.id, room, start: tomorrowAt(clock) });
    await (await member(950)).call('bookSlot', slot(theirs, '14:00'));
    expect((await who('bookSlot', slot(mine, '12:00'))).refusal).toBeUndefined();
    expect((await who('waitForSlot', slot(theirs, '14:00'))).refusal).toBeUndefined();
    const cancelled = await who('bookSlot', slot(mine, '16:00'));
    await who('cancelBooking', { id: cancelled.body.id });
    const missed = await noShowOf({ id: person }, venue.id, mine);
    // Of a request that died before its slot was asked.
    const never = {
      what: 'slot',
      of: theirs,
      venue: venue.id,
      start: tomorrowAt('15:00'),
      end: tomorrowAt('16:00'),
      since: Date.now(),
    } as const;
    await changeCalendar(await getCalendar(person), (calendar) =>
      enterWait(calendar, { ...never, id: 'never' }, Date.now()),
    );
    await who('appealNoShow', { id: missed, words: '我到了，门口的码坏了' });
    const { body, cost } = await who('getCopy', {});
    const at = { venue: venue.name, group: false };
    expect(body.bookings).toMatchObject([
      { ...at, kind: 'booking', room: '乒乓球 1 号台', start: tomorrowAt('16:00'), over: expect.any(Number) },
      { ...at, kind: 'wait', room: '乒乓球 2 号台', start: tomorrowAt('14:00') },
      { ...at, kind: 'booking', room: '乒乓球 1 号台', start: tomorrowAt('12:00') },
    ]);
    expect(body.noShows).toMatchObject([
      { venue: venue.name, by: 'system', appeal: { words: '我到了，门口的码坏了' } },
    ]);
    expect(JSON.stringify([body.bookings, body.noShows])).not.toContain(person);
    expect(cost.trips).toBeLessThanOrEqual(3);
  });

  it('gives a copy of what clubs keep: which one was in, what one came to, what one said', async () => {
    const { who, id } = await memberOf('liuyu');
    const [person = ''] = id.split('.');
    const [leader, other] = [await member(951), await member(952)];
    const [led, club] = [await makeClub({ id: person }, { name: '光影社' }), await makeClub(leader)];
    for (const joins of [who, other.call]) await joins('joinClub', { club: club.id });
    await who('leaveClub', { club: club.id });
    const { id: ahead } = await makeActivity(club, { title: '冬日共读', status: 'approved' });
    for (const comes of [who, other.call]) await comes('signUp', { activity: ahead });
    const start = tomorrowAt('09:00');
    const { id: gone } = await makeActivity(club, { start, end: start + 60_000, status: 'approved' });
    await who('signUp', { activity: gone });
    await who('endSignUp', { activity: gone });
    const came = await reportedActivity(club, { people: [person, other.id], changed: { title: '秋日共读' } });
    const entry = { id: 'came', what: 'event', of: came.id, start: came.start, end: came.end } as const;
    await changeCalendar(await getCalendar(person), (calendar) =>
      enter(calendar, { ...entry, since: came.start, group: club.id }, Date.now()),
    );
    const [one, two] = [await shownPost(club, { title: '秋日共读' }), await shownPost(club)];
    await commented(other, one.id, '我没去成');
    await commented({ call: who } as Actor, one.id, '读得真好');
    const comment = await commented({ call: who } as Actor, two.id, '收回的话');
    await who('withdrawComment', { post: two.id, comment });
    const { body, cost } = await who('getCopy', {});
    expect(body.clubs).toEqual([
      {
        name: '喜阅社',
        union: club.org.name,
        since: expect.any(Number),
        left: expect.any(Number),
        leads: false,
      },
      { name: '光影社', union: led.org.name, since: led.since, leads: true },
    ]);
    expect(body.activities).toMatchObject([
      { title: '冬日共读', club: '喜阅社', signedUpAt: expect.any(Number) },
      { gaveUpAt: expect.any(Number) },
      { title: '秋日共读', cameAt: came.start, where: 'near', metres: 20, answer: { was: true } },
    ]);
    expect(body.activities[0]).not.toHaveProperty('cameAt');
    expect(body.comments).toEqual([
      { at: expect.any(Number), title: '秋日共读', words: '读得真好', shown: false },
    ]);
    expect(body.bookings).toEqual([]);
    for (const { id: nobody } of [leader, other]) expect(JSON.stringify(body)).not.toContain(nobody);
    expect(cost.trips).toBeLessThanOrEqual(3);
  });

  it('says who opened it: the office and the role, what for, and no name', async () => {
    const { who, id } = await at.applied('zhaomin');
    const zhouyun = await actingAs('zhouyun');
    await at.limin('discloseApplication', { id, purpose: 'review' });
    await zhouyun('discloseApplication', { id, purpose: 'settle' });
    const { body } = await who('listReadings', {});
    expect(body.readings).toMatchObject([
      { office: orgs.xicheng.name, role: 'reviewer', purpose: 'review' },
      { office: orgs.xinjiekouJoint.name, role: 'reviewer', purpose: 'review' },
    ]);
    expect(Object.keys(body.readings[0] ?? {}).sort()).toEqual(['at', 'office', 'purpose', 'role']);
  });
});

describe('correcting', () => {
  it('takes effect at once, for the card and the reviewer too, and leaves the field names on record', async () => {
    const { who, id } = await memberOf('chenjing');
    const phone = { kind: 'typed', number: '13911112222' } as const;
    const key = newKey();
    const first = await who('correctMyData', { phone, education: '20' }, { key });
    const again = await who('correctMyData', { phone, education: '20' }, { key });
    expect(again.body).toEqual(first.body);
    expect((await own('chenjing')).application).toMatchObject({
      phone: '13911112222',
      education: '20',
      name: '陈静',
    });
    const seen = await at.limin('discloseApplication', { id, purpose: 'review' });
    expect(seen.body.application).toMatchObject({ phone: '13911112222', education: '20' });
    expect(await recorded(id)).toContain('correction corrected phone education');
  });

  it('takes the phone from WeChat in one tap, once', async () => {
    const { who } = await memberOf('zhangwei');
    const key = newKey();
    const phone = { kind: 'wechat', code: 'phone-zhangwei' } as const;
    const { status, body } = await who('correctMyData', { phone }, { key });
    expect(status).toBe(200);
    expect((await who('correctMyData', { phone }, { key })).body).toEqual(body);
    expect((await who('correctMyData', { phone: { ...phone, code: 'used' } })).refusal?.code).toBe(
      'PHONE_CODE',
    );
  });

  it('waits until an application is decided', async () => {
    const { who } = await at.applied('ouyang');
    expect((await who('correctMyData', { education: '20' })).refusal?.code).toBe('STILL_WAITING');
    const heping = await actingAs('heping');
    expect((await heping('correctMyData', { education: '20' })).refusal?.code).toBe('NOT_A_MEMBER');
  });
});

describe('consents', () => {
  it('withdrawn, let the membership rest until they are given again', async () => {
    const { who, id } = await memberOf('liuyang');
    const { token } = (await who('issueCardToken', {})).body;
    await who('withdrawConsent', { consent: 'realName' });
    expect((await who('getMyApplication', {})).body).toMatchObject({ membership: 'suspended' });
    expect((await at.limin('verifyCard', { token })).body).toEqual({ valid: false });
    expect((await who('issueCardToken', {})).refusal?.code).toBe('NO_CARD');
    expect((await at.limin('discloseApplication', { id, purpose: 'review' })).refusal?.code).toBe(
      'CONSENT_WITHDRAWN',
    );
    // The number is theirs all the while.
    const rival = await at.applied('heping', { idNumber: cast.liuyang.idNumber });
    expect((await at.limin('decideApplication', { id: rival.id, ...approve })).refusal?.code).toBe(
      'CONTESTED',
    );
    const settled = await at.limin('discloseApplication', { id: rival.id, purpose: 'settle' });
    expect(settled.body).toMatchObject({ rivals: [], elsewhere: [{ name: '刘*' }] });
    await at.limin('decideApplication', { id: rival.id, outcome: 'voided' });

    await who('giveConsent', { consent: 'realName', version: consentVersions.realName });
    expect(
      (await at.limin('verifyCard', { token: (await who('issueCardToken', {})).body.token })).body,
    ).toEqual(expect.objectContaining({ valid: true }));
    const records = await recorded(id);
    expect(records).toContain('consent given privacy realName pledge');
    expect(records.slice(0, 2)).toEqual(['consent given realName', 'consent withdrawn realName']);
  });

  it('of the bank: out of the clerk’s queue, or without the digits', async () => {
    const clerk = await actingAs('qianli');
    const { who, id } = await memberOf('zhenghua');
    const queued = async () =>
      (await clerk('listBankCards', { session: at.code })).body.waiting.map((row) => row.id);
    await who('requestBankCard', { consent: bankConsentVersion });
    expect(await queued()).toEqual([id]);
    await who('withdrawConsent', { consent: 'bank' });
    expect(await queued()).toEqual([]);
    expect((await clerk('issueBankCard', { id, lastFour: '6688' })).refusal?.code).toBe(
      'BANK_CARD_NOT_REQUESTED',
    );
    await who('requestBankCard', { consent: bankConsentVersion });
    await clerk('issueBankCard', { id, lastFour: '6688' });
    expect((await who('getCard', {})).body.bankCard).toMatchObject({ status: 'issued', lastFour: '6688' });
    await who('withdrawConsent', { consent: 'bank' });
    expect((await who('getCard', {})).body.bankCard).toEqual({
      status: 'issued',
      issuedAt: expect.any(Number),
    });
    expect(await recorded(id)).toEqual(
      expect.arrayContaining(['consent given bank', 'consent withdrawn bank']),
    );
  });

  it('withdrawn while it waits, take the application back; the pledge is not withdrawn', async () => {
    const { who, id } = await at.applied('sunjing');
    expect((await who('withdrawConsent', { consent: 'pledge' })).refusal?.code).toBe('PLEDGE_STAYS');
    await who('withdrawConsent', { consent: 'privacy' });
    expect((await who('getMyApplication', {})).body).toMatchObject({ status: 'withdrawn' });
    expect((await at.limin('decideApplication', { id, ...approve })).refusal?.code).toBe('ALREADY_DECIDED');
    expect(await recorded(id)).toEqual(
      expect.arrayContaining(['application withdrawn', 'consent withdrawn privacy']),
    );
  });
});

describe('leaving', () => {
  it('stops the card, gives the number free, and lets them join again with the same card number', async () => {
    const { who, id, cardNumber } = await memberOf('wugang');
    const { token } = (await who('issueCardToken', {})).body;
    const key = newKey();
    const first = await who('leaveUnion', {}, { key });
    expect((await who('leaveUnion', {}, { key })).body).toEqual(first.body);
    expect((await who('leaveUnion', {})).refusal?.code).toBe('NOT_A_MEMBER');
    expect((await who('getMyApplication', {})).body).toMatchObject({
      status: 'left',
      leftAt: first.body.leftAt,
    });
    expect((await at.limin('verifyCard', { token })).body).toEqual({ valid: false });
    expect((await at.limin('discloseApplication', { id, purpose: 'review' })).refusal?.code).toBe(
      'CONSENT_WITHDRAWN',
    );
    expect(await recorded(id)).toContain('membership left');

    const visit = await at.visitOf(who);
    const again = await who('submitApplication', { visit, ...formOf('wugang') });
    const decided = await at.limin('decideApplication', { id: again.body.id, ...approve });
    expect(decided.body.cardNumber).toBe(cardNumber);
    expect((await own('wugang')).application).toMatchObject({ membership: 'active' });
  });

  it('lets somebody else with the number be approved, who was not before', async () => {
    const { who } = await memberOf('qianli');
    const rival = await at.applied('zhouyun', { idNumber: cast.qianli.idNumber });
    const approval = () => at.limin('decideApplication', { id: rival.id, ...approve });
    expect((await approval()).refusal?.code).toBe('CONTESTED');
    await who('leaveUnion', {});
    expect((await approval()).refusal).toBeUndefined();
  });

  it('is nothing for who waits, was sent back, or never applied', async () => {
    const { who, id } = await at.applied('zhaoqiang');
    expect((await who('leaveUnion', {})).refusal?.code).toBe('STILL_WAITING');
    const zhouyun = await actingAs('zhouyun');
    await zhouyun('decideApplication', { id, ...reject });
    expect((await who('leaveUnion', {})).refusal?.code).toBe('NOT_A_MEMBER');
  });
});
