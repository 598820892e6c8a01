import { randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import { madeIdNumber, orgs } from '@niangjia/shared/cast';
import { castVenues } from '@niangjia/shared/castVenues';
import { tellingJpeg } from '@niangjia/shared/photos/dirtied';
import { dayOf } from '@niangjia/shared/time';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { type HttpAnswer, type HttpRequest, newKey, send } from '../dev/api.ts';
import { standInTemplates } from '../dev/wechatMessages.ts';
import { wechatPhone } from '../dev/wechatPhone.ts';
import { main as deliver } from '../functions/delivery.ts';
import { digestOf } from '../functions/secrets.ts';
import { seed } from '../functions/seed.ts';
import { main as consume } from '../functions/stream.ts';
import { putItem } from '../functions/table.ts';
import { signToken } from '../functions/tokens.ts';
import { drawn } from './callBacks.ts';
import { changes, following } from './changes.ts';
import { shownPost } from './clubs/posts.ts';
import { makeClub } from './clubs/world.ts';
import { dump } from './dump.ts';
import { noShowOf, tomorrowAt } from './venues/house.ts';
import {
  type Actor,
  approval,
  formOf,
  openedSession,
  rejection,
  staffActor,
  type Worker,
  worker,
} from './world.ts';

/** Names, ID numbers and phones that stand nowhere else, so that any trace of them is theirs. */
const canaries = ['麒麟翀', '鸑鷟鵷', '欙欚欛', '爨蠹麤'].map((name, i) => ({
  name,
  idNumber: madeIdNumber('540102', `1987070${i + 1}`, 817 + i),
  phone: `1777654320${i}`,
}));
type Canary = (typeof canaries)[number];

/** A text as it is, in base64 at each of its three alignments, and in hex. */
function disguises(text: string): string[] {
  const bytes = Buffer.from(text);
  const base64 = [0, 1, 2].map((shift) => {
    const encoded = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64');
    // The first and last characters mix with whatever stands beside.
    return encoded.slice(shift === 0 ? 0 : 4, Math.floor(((shift + bytes.length) * 8) / 6) - 1);
  });
  const escaped = JSON.stringify(text)
    .slice(1, -1)
    .replace(/[^ -~]/g, (c) => `\\u${c.charCodeAt(0).toString(16)}`);
  const url = encodeURIComponent(text);
  return [...new Set([text, ...base64, bytes.toString('hex'), escaped, url])];
}

const secrets = canaries.flatMap(({ name, idNumber, phone }) => [name, idNumber, phone]);
/** Codes that were shown on a phone, to be typed. */
const bindingCodes: string[] = [];
const traces = (where: string, of: readonly string[] = secrets) =>
  of.filter((secret) => disguises(secret).some((trace) => where.toLowerCase().includes(trace.toLowerCase())));

const follow = following();
const log: string[] = [];
const urls: string[] = [];
/** What WeChat was sent. */
const toWeChat: string[] = [];
const told: { request: HttpRequest; answer: HttpAnswer; by: string }[] = [];

/** Sends as a person, by their phone or by a token of a web page, keeping what was sent where and what came back. */
async function sent(
  who: Actor,
  method: string,
  url: string,
  body?: unknown,
  { raw, onWeb }: { raw?: string; onWeb?: string } = {},
) {
  const token = onWeb ?? (await signToken('session', who.id, Date.now())).token;
  const headers = { authorization: `Bearer ${token}`, 'idempotency-key': newKey() };
  const request = {
    method,
    url,
    headers,
    body: raw ?? (body === undefined ? undefined : JSON.stringify(body)),
  };
  const answer = await send(request);
  urls.push(url);
  told.push({ request, answer, by: who.id });
  return JSON.parse(answer.body);
}

let reviewer: Actor;
let code: string;
let people: (Worker & { canary: Canary })[];

async function apply(who: Worker, changed: object = {}) {
  const { scan } = await sent(who, 'GET', `/sessions/${code}`);
  const { visit } = await sent(who, 'POST', '/visits', { from: 'poster', scan });
  return sent(who, 'POST', '/applications', { visit, ...who.form, ...changed });
}
const decide = (who: Worker, round: number, ruling: object) =>
  sent(reviewer, 'POST', `/applications/${who.id}.${round}/decision`, ruling);

/** The whole of joining, with everything that can go wrong on the way. */
async function join(): Promise<void> {
  const [one, other, third] = people;
  if (!one || !other || !third) throw new Error('nobody came');
  await apply(one);
  await apply(one);
  await apply(one, { idNumber: `${one.canary.idNumber.slice(0, 17)}?` });
  await apply(one, { name: `${one.canary.name}!`, phone: { kind: 'typed', number: `${one.canary.phone}0` } });
  await apply(one, { employment: { kind: one.canary.name }, ethnicity: one.canary.idNumber });
  await sent(one, 'POST', '/applications', undefined, {
    raw: `{"name":"${one.canary.name}","idNumber":"${one.canary.idNumber}"`,
  });
  await sent(one, 'POST', '/applications', undefined, { raw: JSON.stringify([one.canary]) });
  await sent(one, 'POST', '/applications', { visit: one.canary.idNumber, ...one.form });
  await sent(one, 'POST', '/visits', { from: 'poster', scan: one.canary.name });
  await sent(reviewer, 'POST', `/applications/${'x'.repeat(22)}.1/decision`, approval);
  await sent(one, 'GET', `/sessions/${'x'.repeat(22)}`);
  await apply(other, { idNumber: one.canary.idNumber });
  await sent(reviewer, 'GET', `/applications?session=${code}`);
  await sent(reviewer, 'POST', `/applications/${one.id}.1/disclosures`, { purpose: 'settle' });
  await decide(one, 1, approval);
  await decide(other, 1, { outcome: 'voided' });
  await decide(one, 1, approval);
  await apply(third);
  await decide(third, 1, rejection);
  await sent(third, 'GET', '/applications/mine');
  await apply(third);
  await sent(third, 'POST', '/applications/mine/withdrawal', {});
  await sent(one, 'GET', '/card');
  const { token } = await sent(one, 'POST', '/card/tokens', {});
  await sent(other, 'POST', '/card/verifications', { token });
  await sent(other, 'POST', '/card/verifications', { token: one.canary.idNumber });
  await sent(reviewer, 'GET', `/sessions/${code}/board`);
  await consume({ Records: await changes() });
  await deliver({ Records: await changes() });
  for (const who of [one, other, third]) await sent(who, 'GET', '/messages');
  await sent(one, 'GET', '/my-data/copy');
  for (const status of ['approved', 'rejected', 'voided']) {
    await sent(reviewer, 'GET', `/applications?org=${orgs.xinjiekouJoint.id}&status=${status}`);
  }
  await callBack(one);
  await book(one);
  await say(one, other);
}

/** A member says something to a report in words that name them; a reviewer shows it, and everybody reads it. */
async function say(who: Worker & { canary: Canary }, reader: Actor): Promise<void> {
  const { id: post } = await shownPost(await makeClub(reader));
  const { name, phone } = who.canary;
  const at = `/posts/${post}/comments`;
  await sent(who, 'POST', at, { words: name.repeat(100) });
  await sent(reader, 'POST', at, { words: `不是会员的也认识 ${name}` });
  const { comment } = await sent(who, 'POST', at, { words: `我是${name}，电话 ${phone}，下次一起来` });
  const gone = await sent(who, 'POST', at, { words: `${name} 说错了` });
  await sent(who, 'POST', `${at}/${gone.comment}/end`, {});
  const fangling = await staffActor('fangling');
  await sent(fangling, 'GET', `/kept-comments?org=${orgs.xinjiekou.id}`);
  await sent(fangling, 'POST', `/kept-posts/${post}/comments/${comment}/decision`, { shown: true });
  await sent(reader, 'GET', `/posts/${post}`);
  await follow();
  await sent(who, 'GET', '/messages');
  await sent(who, 'GET', '/my-data/copy');
}

/** A member books and does not come, and says why in words that name them. */
async function book(who: Worker & { canary: Canary }): Promise<void> {
  const { id: venue, rooms } = castVenues.xinjiekouHome;
  const room = rooms[0]?.id ?? '';
  await sent(who, 'GET', `/venues/${venue}/days/${dayOf(tomorrowAt('12:00'))}`);
  await sent(who, 'POST', '/bookings', { venue, room, start: tomorrowAt('12:00') });
  await sent(who, 'GET', '/bookings');
  const appeal = `/no-shows/${await noShowOf(who, venue, room)}/appeal`;
  const { name, phone } = who.canary;
  await sent(who, 'POST', appeal, { words: name.repeat(40) });
  await sent(who, 'POST', appeal, { words: `我是${name}，电话 ${phone}，门口的码坏了` });
  await sent(who, 'POST', appeal, { words: `${name} 再说一遍` });
  await sent(who, 'GET', '/no-shows');
  await sent(who, 'GET', '/my-data/copy');
}

/** An auditor calls a member back, who denies it; the node above settles it. Whatever they write stays sealed. */
async function callBack({ id, canary: { name, phone } }: Worker & { canary: Canary }): Promise<void> {
  const [sunjing, zhouyun] = [await staffActor('sunjing'), await staffActor('zhouyun')];
  const at = `/call-backs/${await drawn(id)}`;
  const org = orgs.city.id;
  await sent(sunjing, 'GET', `/call-backs?org=${org}`);
  await sent(sunjing, 'POST', `${at}/disclosures`, {});
  await sent(sunjing, 'POST', `${at}/result`, { result: 'denied', words: `${name} ${phone}，不是本人` });
  await sent(zhouyun, 'GET', `/denials?org=${orgs.xicheng.id}`);
  const denial = at.replace('call-backs', 'denials');
  await sent(zhouyun, 'POST', `${denial}/disclosures`, {});
  await sent(zhouyun, 'POST', `${denial}/settlement`, { words: `已联系 ${name}` });
  await sent(zhouyun, 'POST', `${denial}/settlement`, { words: name.repeat(60) });
  await follow();
  for (const list of ['audit/decisions', 'audit/disclosures', 'audit/paces', 'audit/nodes', 'call-backs'])
    await sent(sunjing, 'GET', `/${list}?org=${org}`);
  await sent(sunjing, 'GET', `/audit/decisions?org=${org}&person=${id}`);
  await sent(sunjing, 'GET', `/audit/disclosures?org=${org}&person=${id}&purpose=callBack`);
}

/** Somebody without a phone is helped to join; later they have one, lose it, and get another. */
async function help({ name, idNumber, phone }: Canary): Promise<void> {
  const { visit } = await sent(reviewer, 'POST', '/helped-visits', { session: code });
  const form = { visit, ...formOf(9), name, idNumber };
  await sent(reviewer, 'POST', '/helped-applications', {
    ...form,
    phone: { kind: 'contact', number: `${phone}0` },
  });
  await sent(reviewer, 'POST', '/helped-applications', {
    ...form,
    phone: { kind: 'contact', number: phone },
  });
  const { applications } = await sent(reviewer, 'GET', `/applications?session=${code}`);
  const { id } = applications.find((row: { helped: boolean }) => row.helped);
  const { cardNumber } = await sent(reviewer, 'POST', `/applications/${id}/decision`, approval);
  await consume({ Records: await changes() });
  const lookUp = (by: object, purpose: string) =>
    sent(reviewer, 'POST', '/members/lookups', { ...by, purpose });
  await lookUp({ by: 'idNumber', idNumber: `${idNumber.slice(0, 17)}?` }, 'printCard');
  await lookUp({ by: 'idNumber', idNumber: canaries[2]?.idNumber }, 'printCard');
  await lookUp({ by: 'idNumber', idNumber }, 'printCard');
  const { id: person } = await lookUp({ by: 'cardNumber', cardNumber }, 'bindPhone');
  const deed = async (what: string, given: object) => {
    const { account } = await lookUp({ by: 'id', id: person }, 'lostPhone');
    await sent(reviewer, 'POST', `/members/${person}/${what}`, { ...given, seen: account.seen });
  };
  for (const openid of ['canary-phone', 'canary-new-phone']) {
    const login = await wechatPhone(openid).loginCode();
    const { typed, scan } = await sent(reviewer, 'POST', '/binding-codes', { code: login });
    bindingCodes.push(typed, typed.replace('-', ''), scan);
    await sent(reviewer, 'POST', '/binding-codes/checks', { scan });
    await deed('bindings', { code: idNumber, evidence: 'seenAtDesk' });
    await deed('bindings', { code: typed, evidence: 'seenAtDesk' });
    await deed('freezes', { evidence: 'none' });
    await sent(reviewer, 'POST', '/logins', { code: await wechatPhone(openid).loginCode() });
  }
}

/** What opens the web to whoever has it: the page's own secret, its tokens, its renewals. */
const held: string[] = [];

/** Signing in on the web and out again, with what can go wrong on the way. */
async function signInOnWeb(): Promise<void> {
  const secret = randomBytes(16).toString('hex');
  const browser = { family: 'edge', system: 'windows' };
  const { code } = await sent(reviewer, 'POST', '/pairings', { secretHash: digestOf(secret), browser });
  const take = (with_: string) => sent(reviewer, 'POST', '/pairings/login', { code, secret: with_ });
  await take(secret);
  await take(randomBytes(16).toString('hex'));
  await take(`${secret}0`);
  await sent(reviewer, 'POST', '/pairings/inspection', { code });
  await sent(reviewer, 'POST', '/pairings/confirmation', { code });
  const login = await take(secret);
  const renewed = await sent(reviewer, 'POST', '/sign-ins/renewal', { renewal: login.renewal });
  held.push(secret, login.token, login.renewal, renewed.token, renewed.renewal);
  const onWeb = renewed.token;
  await sent(reviewer, 'POST', '/sign-ins/renewal', { renewal: `${renewed.renewal}?` });
  await sent(reviewer, 'POST', '/pairings/confirmation', { code }, { onWeb });
  await sent(reviewer, 'GET', '/sign-ins', undefined, { onWeb });
  await sent(reviewer, 'DELETE', `/sign-ins/${login.signIn}`);
  await sent(reviewer, 'GET', `/queues?org=${orgs.xinjiekouJoint.id}`, undefined, { onWeb });
  await sent(reviewer, 'POST', '/sign-ins/renewal', { renewal: renewed.renewal });
}

beforeAll(async () => {
  for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    vi.spyOn(console, method).mockImplementation((...words) => {
      log.push(
        words.map((word) => (typeof word === 'string' ? word : inspect(word, { depth: 9 }))).join(' '),
      );
    });
  }
  const fetched = globalThis.fetch;
  vi.spyOn(globalThis, 'fetch').mockImplementation((input, init) => {
    urls.push(String(input));
    if (String(input).includes('/message/subscribe/send')) toWeChat.push(String(init?.body));
    return fetched(input, init);
  });
  await seed();
  reviewer = await staffActor('limin');
  code = await openedSession(reviewer);
  people = await Promise.all(
    canaries.slice(0, 3).map(async (canary, i) => {
      const phone = { kind: 'typed', number: canary.phone } as const;
      const who = await worker(i + 1);
      const template = standInTemplates.decision;
      const consent = JSON.stringify({ openid: `invented-openid-${i + 1}`, template, times: 5 });
      await fetch(`${process.env.WECHAT_URL}/standin/subscriptions`, { method: 'POST', body: consent });
      const { name, idNumber } = canary;
      return { ...who, canary, form: formOf(i + 1, { name, idNumber, phone, remind: true }) };
    }),
  );
  await join();
  const helped = canaries[3];
  if (helped) await help(helped);
  await consume({ Records: await changes() });
  await signInOnWeb();
});

const stored = async () =>
  JSON.stringify([...(await dump()).values()], (_, value) =>
    value instanceof Uint8Array
      ? Buffer.from(value).toString('latin1') + Buffer.from(value).toString('utf8')
      : value,
  );

/** Whether it asks for what people said to a report: their own words, which they meant for all. */
const isAboutComments = ({ method, url }: HttpRequest) =>
  method === 'GET' && /^\/(posts\/|kept-comments)/.test(url);

describe('no name, ID number or phone', () => {
  it('was lost on the way: the reviewer saw them all', () => {
    const opened = told.find(({ request }) => request.url.endsWith('/disclosures'));
    expect(traces(opened?.answer.body ?? '')).toHaveLength(5);
    const own = told.find(({ request }) => request.url === '/no-shows');
    expect(traces(own?.answer.body ?? '')).toHaveLength(2);
    const read = told.filter(({ request }) => isAboutComments(request));
    expect(read.map(({ answer }) => traces(answer.body).length)).toEqual([2, 2]);
    const statuses = new Set(told.map(({ answer }) => answer.status));
    expect([...statuses].sort()).toEqual([200, 400, 401, 403, 404, 409]);
  });

  it('in the tables', async () => {
    expect(traces(await stored())).toEqual([]);
  });

  it('in the stream', async () => {
    const records = JSON.stringify(await changes());
    expect(records).toContain('APPLICATION');
    expect(traces(records)).toEqual([]);
  });

  it('in what WeChat is sent to show', () => {
    expect(toWeChat.length).toBeGreaterThan(1);
    expect(traces(toWeChat.join('\n'))).toEqual([]);
  });

  it('in the log', () => {
    expect(log.length).toBeGreaterThanOrEqual(told.length);
    expect(traces(log.join('\n'))).toEqual([]);
  });

  it('in a URL', () => {
    expect(urls.length).toBeGreaterThan(told.length);
    expect(traces(urls.join('\n'))).toEqual([]);
  });

  it('in the body or a header of a refusal', () => {
    const refused = told
      .filter(({ answer }) => answer.status !== 200)
      .map(({ answer }) => JSON.stringify(answer));
    expect(refused.length).toBeGreaterThan(8);
    expect(traces(refused.join('\n'))).toEqual([]);
  });

  it('in any other answer than an opened case, a member looked up, the own card, copy and appeals, and comments', () => {
    const open = ['/disclosures', '/members/lookups', '/card', '/my-data/copy', '/no-shows'];
    const others = told.filter(
      ({ request }) => !open.some((end) => request.url.endsWith(end)) && !isAboutComments(request),
    );
    expect(traces(others.map(({ answer }) => JSON.stringify(answer)).join('\n'))).toEqual([]);
  });
});

it('no binding code is stored, logged or in a URL', async () => {
  expect(bindingCodes).toHaveLength(6);
  const records = JSON.stringify(await changes());
  const everywhere = [await stored(), records, ...log, ...urls].join('\n');
  expect(bindingCodes.filter((code) => everywhere.includes(code))).toEqual([]);
});

describe('nothing that opens the web', () => {
  const inAnswers = (wanted: (status: number) => boolean) =>
    JSON.stringify(told.filter(({ answer }) => wanted(answer.status)).map(({ answer }) => answer));

  it('was lost on the way: the page got it', () => {
    const [, ...given] = held;
    expect(
      traces(
        inAnswers((status) => status === 200),
        held,
      ),
    ).toEqual(given);
  });

  it.each<[string, () => string | Promise<string>]>([
    ['the tables', stored],
    ['the stream', async () => JSON.stringify(await changes())],
    ['the log', () => log.join('\n')],
    ['a URL', () => urls.join('\n')],
    ['a refusal', () => inAnswers((status) => status !== 200)],
  ])('is in %s', async (_where, read) => {
    const text = await read();
    expect(text.length).toBeGreaterThan(1000);
    expect(traces(text, held)).toEqual([]);
  });
});

it('where a photo was taken is in the bucket until the photo is added, and nowhere after', async () => {
  const place = 'N39.942137 E116.369911';
  const bytes = tellingJpeg(place);
  const keeper = await staffActor('tianyu');
  const photos = `/kept-venues/${castVenues.xinjiekouHome.id}/photo`;
  const announced = { type: 'image/jpeg', bytes: bytes.length };
  const { upload, url } = await sent(keeper, 'POST', `${photos}-uploads`, announced);
  await fetch(url, { method: 'PUT', headers: { 'content-type': announced.type }, body: bytes });
  expect(traces(await stored(), [place])).toEqual([place]);
  const added = await sent(keeper, 'POST', `${photos}s`, { upload, words: '球台' });
  expect(added.photos).toHaveLength(1);
  const everywhere = [await stored(), JSON.stringify(await changes()), ...log, ...urls, JSON.stringify(told)];
  expect(traces(everywhere.join('\n'), [place])).toEqual([]);
});

describe('negative control: a trace is found', () => {
  const [canary] = canaries;
  it.each([
    ['as it is', (text: string) => text],
    ['as bytes', (text: string) => Buffer.from(`before ${text} after`)],
    ['as base64', (text: string) => Buffer.from(`1${text}2`).toString('base64')],
    ['as hex', (text: string) => Buffer.from(text).toString('hex')],
  ])('%s', async (title, disguise) => {
    const { name, idNumber, phone } = canary ?? { name: '', idNumber: '', phone: '' };
    for (const secret of [name, idNumber, phone]) {
      await putItem({ pk: 'TRACE', sk: title, left: disguise(secret) });
      expect(traces(await stored())).toContain(secret);
      expect(traces(JSON.stringify((await changes()).slice(-1)))).toContain(secret);
      await putItem({ pk: 'TRACE', sk: title });
    }
  });
});
