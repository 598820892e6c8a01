import { orgs } from '@niangjia/shared/cast';
import { PASSING_LASTS } from '@niangjia/shared/joining/forgetting';
import { bankConsentVersion } from '@niangjia/shared/joining/form';
import { firstJoiningPolicy } from '@niangjia/shared/joining/policy';
import { DAY } from '@niangjia/shared/time';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { newKey, type Reply } from '../dev/api.ts';
import { wechatPhone } from '../dev/wechatPhone.ts';
import { loginOf, personOf } from '../functions/accounts.ts';
import { forgetDue } from '../functions/joining/forgetDue.ts';
import { forgetPerson } from '../functions/joining/forgetPerson.ts';
import { sealPassing } from '../functions/passingKeys.ts';
import { joiningPolicy } from '../functions/policies.ts';
import { lookUpHash } from '../functions/secrets.ts';
import { seed } from '../functions/seed.ts';
import { main as consume } from '../functions/stream.ts';
import { changes, following } from './changes.ts';
import { commented, shownPost } from './clubs/posts.ts';
import { makeActivity, makeClub } from './clubs/world.ts';
import { copyOf, opened, sealedOf, survivingKeys, type TableCopy } from './copies.ts';
import { type Dump, dump, restore } from './dump.ts';
import { at, type Fault, none, underFaults } from './layers/faults.ts';
import { sabotaged } from './layers/sabotage.ts';
import { normalisedDump } from './normalised.ts';
import { type Act, faultsOfInterleaving } from './races/serial.ts';
import { member as houseMember, noShowOf, openedVenue, tomorrowAt } from './venues/house.ts';
import {
  type Actor,
  actingFor,
  applied,
  approval,
  openedSession,
  rejection,
  staffActor,
  type Worker,
  worker,
} from './world.ts';

/** Leaving and being forgotten: nothing readable in any copy made before, and nobody else is hurt. */

const { keepMembership, keepRefused } = firstJoiningPolicy;
const whenOver = Date.now() + keepMembership + DAY;

let reviewer: Actor;
let code: string;

beforeAll(async () => {
  await seed();
  reviewer = await staffActor('limin');
  code = await openedSession(reviewer);
});
beforeEach(() => {
  vi.spyOn(console, 'log').mockReturnValue();
  vi.spyOn(console, 'error').mockReturnValue();
});

const follow = following();
const decides = (id: string, ruling: typeof approval) =>
  reviewer.call('decideApplication', { id, ...ruling });

/** A member with everything that a member can have: who was in both queues, corrected, read, told and bound. */
async function memberWithEverything(who: Worker): Promise<void> {
  const id = await applied(code, who, { remind: true });
  await decides(id, rejection);
  await follow();
  const { body } = await who.call('getMyApplication', {});
  const { visit } = body as { visit: string };
  await who.call('submitApplication', { visit, ...who.form });
  await reviewer.call('discloseApplication', { id: `${who.id}.2`, purpose: 'review' });
  await decides(`${who.id}.2`, approval);
  await who.call('requestCorrection', { name: '赵小六', reason: '登记时写错了' });
  const declined = { outcome: 'rejected', words: '请带身份证到窗口来' } as const;
  await reviewer.call('decideCorrection', { id: `${who.id}.1`, ...declined });
  await who.call('requestBankCard', { consent: bankConsentVersion });
  const clerk = await staffActor('qianli');
  await clerk.call('issueBankCard', { id: `${who.id}.2`, lastFour: '6688' });
  const login = await wechatPhone(`phone-of-${who.id}`).loginCode();
  const { body: binding } = await reviewer.call('issueBindingCode', { code: login });
  const lookUp = { by: 'id', id: who.id, purpose: 'bindPhone' } as const;
  const { seen } = (await reviewer.call('lookUpMember', lookUp)).body.account;
  const bind = { id: who.id, code: binding.typed, seen, evidence: 'seenAtDesk' } as const;
  const { refusal } = await reviewer.call('bindAccount', bind);
  if (refusal) throw new Error(refusal.code);
  await booksAndMisses(who);
  await saysAndLikes(who);
  await follow();
}

const saidWords = '下次我带上孩子一起来';

/** They are in a club and come to what it does next; they like what it did, and say something to it, shown to all. */
async function saysAndLikes(who: Worker): Promise<void> {
  const club = await makeClub(await houseMember(90));
  const { id: activity } = await makeActivity(club, { status: 'approved' });
  const joined = await who.call('joinClub', { club: club.id });
  const { refusal = joined.refusal } = await who.call('signUp', { activity });
  if (refusal) throw new Error(refusal.code);
  const { id: post } = await shownPost(club);
  await who.call('likePost', { post, liked: true });
  const comment = await commented(who, post, saidWords);
  await (await staffActor('fangling')).call('decideComment', { post, comment, shown: true });
}

const missedWords = '我到了，门口的码坏了';

/** They have a court tomorrow, and once did not come, about which they say something. */
async function booksAndMisses(who: Worker): Promise<void> {
  const { id: venue, rooms } = await openedVenue(1);
  const room = rooms[0]?.id ?? '';
  const booked = await who.call('bookSlot', { venue, room, start: tomorrowAt('12:00') });
  const id = await noShowOf(who, venue, room);
  const appealed = await who.call('appealNoShow', { id, words: missedWords });
  const { refusal = appealed.refusal } = booked;
  if (refusal) throw new Error(refusal.code);
}

const RECORD = /^(DECISION|DISCLOSURE)S?#|^(ROOM|POST|CLUB|ACTIVITY)#/;
/**
 * What of a person is in the tables now, by where, and does not go by itself; records of what was decided and
 * read are ids only, and stay, as what slots were booked by whom, who was in a club or came to
 * an activity, who liked a post, and who said what can't be read.
 */
const leftOf = async (...traces: string[]) =>
  [...(await dump()).values()]
    .filter(
      ({ item: { pk, sk, expiresAt } }) => !expiresAt && ![pk, sk].some((key) => RECORD.test(key?.S ?? '')),
    )
    .filter(({ item }) => traces.some((trace) => JSON.stringify(item).includes(trace)))
    .map(({ item: { pk, sk } }) => `${pk?.S} ${sk?.S ?? ''}`);

describe('leave and forget', () => {
  let me: Worker;
  let living: Worker;
  let copy: TableCopy;
  let before: Uint8Array[];
  let card: string | undefined;

  beforeAll(async () => {
    vi.spyOn(console, 'log').mockReturnValue();
    [me, living] = [await worker(1), await worker(2)];
    await memberWithEverything(me);
    await memberWithEverything(living);
    copy = await copyOf();
    before = await survivingKeys();
    card = (await me.call('getMyData', {})).body.application?.cardNumber;
  });

  it('negative control: while both are members, everything of both opens', async () => {
    for (const { id } of [me, living]) {
      const sealed = sealedOf(copy, id);
      const names = new Set(sealed.map(({ field }) => field));
      const all = ['display', 'idNumber', 'lastFour', 'name', 'openid', 'phone', 'reason', 'words'];
      expect([...names].sort()).toEqual(all);
      expect(opened(sealed, id, before)).toHaveLength(sealed.length);
    }
    expect(opened(sealedOf(copy, me.id), me.id, before)).toContain(me.form.idNumber);
    expect(opened(sealedOf(copy, me.id), me.id, before)).toContain(missedWords);
    expect(opened(sealedOf(copy, me.id), me.id, before)).toContain(saidWords);
  });

  it('negative control: a job that keeps the data key is caught', async () => {
    const start = await dump();
    await me.call('leaveUnion', {});
    await sabotaged('destruction', () => forgetDue(whenOver));
    const read = opened(sealedOf(copy, me.id), me.id, await survivingKeys());
    expect(read).toContain(me.form.idNumber);
    await restore(start);
  });

  it('says until when, erases what need not be kept, and keeps the rest until then', async () => {
    expect((await me.call('forgetMe', {})).refusal?.code).toBe('LEAVE_FIRST');
    await me.call('leaveUnion', {});
    await follow();
    const { body } = await me.call('forgetMe', {});
    expect((body.until ?? 0) - Date.now()).toBeGreaterThan(keepMembership - DAY);
    await follow();
    expect((await me.call('getMyData', {})).body).toMatchObject({
      application: { membership: 'left', idNumber: me.form.idNumber },
      forgetting: { until: body.until, askedAt: expect.any(Number) },
    });
    expect((await me.call('listMessages', {})).body.messages).toEqual([]);
    expect((await me.call('getCopy', {})).body).toMatchObject({
      ...{ bookings: [], noShows: [], activities: [] },
      clubs: [{ name: '喜阅社', left: expect.any(Number) }],
      comments: [{ words: saidWords }],
    });
    expect(await forgetDue(Date.now() + keepMembership - DAY)).toEqual({ forgotten: 0, failed: 0 });
  });

  it('leaves nothing readable in a copy made before, whatever keys there are, and nothing that leads to them', async () => {
    const [once, twice] = await Promise.all([forgetDue(whenOver), forgetDue(whenOver)]);
    expect([once.failed, twice.failed]).toEqual([0, 0]);
    const keys = await survivingKeys();
    const sealed = sealedOf(copy, me.id);
    expect(sealed.length).toBeGreaterThan(20);
    expect(opened(sealed, me.id, keys)).toEqual([]);
    const { name, idNumber, phone } = me.form;
    const number = phone.kind === 'typed' ? phone.number : '';
    for (const plain of [`"${name}"`, idNumber, number, saidWords]) expect(copy.text).not.toContain(plain);

    const idHash = await lookUpHash('idNumber', idNumber);
    const openids = [`phone-of-${me.id}`].map((openid) => lookUpHash('openid', openid));
    const traces = [me.id, idHash, String(card), ...(await Promise.all(openids))];
    // A trace tells requests under way that this person ended.
    expect(await leftOf(...traces)).toEqual([`PERSON#${me.id} APPLICATION`]);
    await forgetDue(whenOver + PASSING_LASTS + DAY);
    expect(await leftOf(...traces)).toEqual([]);
  });

  it('leaves the living as they are, but for what queues showed of them weeks ago', async () => {
    const sealed = sealedOf(copy, living.id).filter(({ passing }) => !passing);
    expect(opened(sealed, living.id, await survivingKeys())).toHaveLength(sealed.length);
    expect((await living.call('getCard', {})).body).toMatchObject({ name: living.form.name });
  });

  it('lets the same WeChat account and ID number join afresh, with another card', async () => {
    expect((await me.call('getMyData', {})).refusal?.code).toBe('SIGN_IN');
    const { person } = await loginOf(`phone-of-${me.id}`);
    expect(person).not.toBe(me.id);
    const anew = { id: person, call: actingFor(person), form: me.form };
    const { status, body } = await decides(await applied(code, anew), approval);
    expect(status).toBe(200);
    expect(body.cardNumber).not.toBe(card);
  });
});

describe('who ended when their WeChat account was bound', () => {
  it('is forgotten too, with what they once sent in', async () => {
    const member = await worker(3);
    await decides(await applied(code, member), approval);
    const other = await worker(4);
    await decides(await applied(code, other), rejection);
    const copy = await copyOf();
    expect(opened(sealedOf(copy, other.id), other.id, await survivingKeys())).toContain(other.form.idNumber);
    const login = await wechatPhone('invented-openid-4').loginCode();
    const { body: binding } = await reviewer.call('issueBindingCode', { code: login });
    const lookUp = { by: 'id', id: member.id, purpose: 'bindPhone' } as const;
    const { seen } = (await reviewer.call('lookUpMember', lookUp)).body.account;
    const bind = { id: member.id, code: binding.typed, seen, evidence: 'seenAtDesk' } as const;
    expect((await reviewer.call('bindAccount', bind)).refusal).toBeUndefined();
    await forgetDue(Date.now() + PASSING_LASTS + DAY);
    expect(opened(sealedOf(copy, other.id), other.id, await survivingKeys())).toEqual([]);
    expect(await leftOf(`PERSON#${other.id}`)).toEqual([]);
    expect((await member.call('getCard', {})).status).toBe(200);
  });
});

describe('forgetting', () => {
  let me: Worker;
  let rival: Worker;
  let start: Dump;
  const due = Date.now() + keepRefused + DAY;

  beforeAll(async () => {
    vi.spyOn(console, 'log').mockReturnValue();
    [me, rival] = [await worker(5), await worker(6)];
    await decides(await applied(code, me), rejection);
    start = await dump();
    vi.useFakeTimers({ toFake: ['Date'], now: due });
    // What each running function reads once is read.
    await joiningPolicy(due);
    await sealPassing('display', me.id, '', due);
  });
  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: due });
    await restore(start);
  });
  afterAll(() => vi.useRealTimers());

  const reply = (body: unknown): Reply<unknown> => ({
    status: 200,
    body,
    refusal: undefined,
    cost: { writes: 0, reads: 0, calls: 0, trips: 0 },
    bytes: 0,
  });
  const forgets: Act = async () => reply({ forgotten: await forgetPerson(me.id, due) });
  const appliesAgain = async (who = me): Promise<Act> => {
    const visit = (await who.call('openForm', { from: 'online', org: orgs.xinjiekouJoint.id })).body.visit;
    const key = newKey();
    const { idNumber } = me.form;
    return () => who.call('submitApplication', { visit, ...who.form, idNumber }, { key });
  };
  const asks: Act = () => me.call('forgetMe', {});
  const eitherWay = async (one: Act, other: Act) => [
    ...(await faultsOfInterleaving(one, other)),
    ...(await faultsOfInterleaving(other, one)),
  ];

  it('while the person applies again', async () => {
    expect(await eitherWay(forgets, await appliesAgain())).toEqual([]);
    expect(await eitherWay(asks, await appliesAgain())).toEqual([]);
  });

  it('while somebody else applies with the number, or claims it already', async () => {
    const other = await appliesAgain(rival);
    expect(await eitherWay(forgets, other)).toEqual([]);
    await other();
    await forgets();
    expect((await decides(`${rival.id}.1`, approval)).status).toBe(200);
  });

  it('by two runs, and by many at once, is once', async () => {
    expect(await eitherWay(forgets, forgets)).toEqual([]);
    const before = await dump();
    await forgets();
    const once = normalisedDump(await dump(), before);
    await restore(before);
    const answers = await Promise.all(Array.from({ length: 20 }, forgets));
    expect(answers.filter(({ body }) => (body as { forgotten: boolean }).forgotten)).toHaveLength(1);
    expect(normalisedDump(await dump(), before)).toEqual(once);
  });

  it('never touches who is live again, however often it runs', async () => {
    await (await appliesAgain())();
    await decides(`${me.id}.2`, approval);
    const before = await dump();
    expect(await forgetDue(whenOver)).toEqual({ forgotten: 0, failed: 0 });
    expect(normalisedDump(await dump(), before)).toEqual(normalisedDump(before, before));
  });

  it.each<Fault>(['dieBefore', 'dieAfter', 'lostReply'])(
    'cut short anywhere (%s), it is done by the next run',
    async (fault) => {
      const before = await dump();
      const { calls } = await underFaults(none, () => forgetDue(due));
      const wanted = normalisedDump(await dump(), before);
      expect(calls.length).toBeGreaterThan(8);
      for (let k = 1; k <= calls.length; k++) {
        await restore(before);
        await underFaults(at(k, fault), () => forgetDue(due)).catch(() => {});
        await forgetDue(due);
        expect(normalisedDump(await dump(), before)).toEqual(wanted);
      }
    },
  );

  it('negative control: without conditions, whoever applies again is lost', async () => {
    const again = await appliesAgain();
    expect(await sabotaged('conditions', () => eitherWay(forgets, again))).not.toEqual([]);
  });

  it('of who has nothing that is kept is at once', async () => {
    const openid = 'somebody-who-only-looked';
    const id = await personOf(openid);
    expect((await actingFor(id)('forgetMe', {})).body).toEqual({});
    expect((await actingFor(id)('forgetMe', {})).body).toEqual({});
    expect(await leftOf(id)).toEqual([`PERSON#${id} APPLICATION`]);
    expect(await personOf(openid)).not.toBe(id);
  });

  it('is not for who still acts for the union', async () => {
    expect((await reviewer.call('forgetMe', {})).refusal?.code).toBe('STILL_STAFF');
  });
});

describe('who asks before the last news has reached them', () => {
  it('has none afterwards, and keeps what comes when they join again, however often a change comes', async () => {
    const who = await worker(70);
    const id = await applied(code, who);
    await decides(id, approval);
    await follow();
    await who.call('requestCorrection', { name: '赵小七', reason: '登记时写错了' });
    await reviewer.call('decideCorrection', {
      id: `${who.id}.1`,
      outcome: 'rejected',
      words: '请带身份证来',
    });
    await who.call('leaveUnion', {});
    await who.call('forgetMe', {});
    await follow();
    const told = async () => (await who.call('listMessages', {})).body.messages.map(({ title }) => title);
    expect(await told()).toEqual([]);

    await applied(code, who);
    await decides(`${who.id}.2`, approval);
    await follow();
    const news = await told();
    expect(news).toHaveLength(1);
    await consume({ Records: (await changes()).toReversed() });
    expect(await told()).toEqual(expect.arrayContaining(news));
  });
});
