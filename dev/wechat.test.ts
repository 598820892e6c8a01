import { cast } from '@niangjia/shared/cast';
import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { standInApp, startWechat, type Wechat } from './wechat.ts';
import { standInTemplates } from './wechatMessages.ts';

let wechat: Wechat;
let clock: number;
beforeAll(async () => {
  wechat = await startWechat({ port: 0, h5Url: 'http://localhost:8080', now: () => clock });
});
afterAll(() => wechat.stop());
beforeEach(() => {
  clock = Date.UTC(2026, 10, 22);
});

const call = async (path: string, body?: unknown) => {
  const response = await fetch(wechat.url + path, body ? { method: 'POST', body: JSON.stringify(body) } : {});
  expect(response.status).toBe(200);
  return response;
};
const ask = async (path: string, body?: unknown) => (await call(path, body)).json();
const signIn = (code: string, app: { id: string; secret: string } = standInApp) =>
  ask(
    `/sns/jscode2session?appid=${app.id}&secret=${app.secret}&js_code=${code}&grant_type=authorization_code`,
  );
const takeToken = async (more: object = {}) =>
  ask('/cgi-bin/stable_token', {
    grant_type: 'client_credential',
    appid: standInApp.id,
    secret: standInApp.secret,
    ...more,
  });
const withToken = async (path: string) => `${path}?access_token=${(await takeToken()).access_token}`;

describe('code2Session', () => {
  it('gives each person of the cast one openid, at every sign-in', async () => {
    const openids = await Promise.all(
      Object.keys(cast).map(async (name) => (await signIn(`demo-${name}`)).openid),
    );
    expect(new Set(openids).size).toBe(Object.keys(cast).length);
    expect((await signIn('demo-wangfang')).openid).toBe(openids[0]);
    expect(openids[0]).toMatch(/^o[\w-]{27}$/);
  });

  it('takes a minted code once, within five minutes', async () => {
    const { code } = await ask('/standin/codes', { openid: 'somebody' });
    expect(await signIn(code)).toMatchObject({ openid: 'somebody' });
    expect(await signIn(code)).toMatchObject({ errcode: 40163 });
    const { code: late } = await ask('/standin/codes', { openid: 'somebody' });
    clock += 5 * 60_000 + 1;
    expect(await signIn(late)).toMatchObject({ errcode: 40029 });
  });

  it.each(['demo-nobody', 'demo-toString', 'made-up'])('does not know the code %s', async (code) => {
    expect(await signIn(code)).toMatchObject({ errcode: 40029 });
  });

  it('wants its own app id and secret', async () => {
    expect(await signIn('demo-wangfang', { ...standInApp, id: 'wx1' })).toMatchObject({ errcode: 40013 });
    expect(await signIn('demo-wangfang', { ...standInApp, secret: 'x' })).toMatchObject({ errcode: 40125 });
  });
});

describe('access token', () => {
  it('stays the same until it expires or a refresh is forced', async () => {
    const first = await takeToken();
    clock += 60_000;
    expect(await takeToken()).toEqual({
      access_token: first.access_token,
      expires_in: first.expires_in - 60,
    });
    expect((await takeToken({ force_refresh: true })).access_token).not.toBe(first.access_token);
  });

  it('is refused when it is missing, unknown or expired', async () => {
    const path = '/wxa/business/getuserphonenumber';
    expect(await ask(path, { code: 'phone-wangfang' })).toMatchObject({ errcode: 41001 });
    expect(await ask(`${path}?access_token=x`, { code: 'phone-wangfang' })).toMatchObject({ errcode: 40001 });
    const known = await withToken(path);
    clock += 2 * 7_200_000;
    expect(await ask(known, { code: 'phone-wangfang' })).toMatchObject({ errcode: 40001 });
  });
});

it('gives the phone of a person of the cast', async () => {
  const path = await withToken('/wxa/business/getuserphonenumber');
  const { phone_info } = await ask(path, { code: 'phone-liuyang' });
  expect(phone_info).toMatchObject({ purePhoneNumber: cast.liuyang.phone, countryCode: '86' });
  expect(await ask(path, { code: 'phone-nobody' })).toMatchObject({ errcode: 40029 });
});

describe('mini-program code', () => {
  it('is a picture of the H5 address', async () => {
    const path = await withToken('/wxa/getwxacodeunlimit');
    const response = await call(path, { scene: 's=abc', page: 'joining/session' });
    expect(response.headers.get('content-type')).toBe('image/png');
    const { data, width, height } = PNG.sync.read(Buffer.from(await response.arrayBuffer()));
    const read = jsQR(new Uint8ClampedArray(data), width, height);
    expect(read?.data).toBe('http://localhost:8080/#/joining/session?scene=s%3Dabc');
  });

  it.each([
    ['no scene', {}, 40129],
    ['33 characters', { scene: 'x'.repeat(33) }, 40129],
    ['a character that is not allowed', { scene: '工会' }, 40129],
    ['a page that was not released', { scene: 'x', page: 'joining/other' }, 41030],
    ['a page with a leading slash', { scene: 'x', page: '/joining/session' }, 41030],
  ])('is refused for %s', async (_, body, errcode) => {
    expect(await ask(await withToken('/wxa/getwxacodeunlimit'), body)).toMatchObject({ errcode });
  });

  it('takes an unreleased page when told not to check', async () => {
    const body = { scene: 'x', page: 'joining/other', check_path: false };
    const response = await call(await withToken('/wxa/getwxacodeunlimit'), body);
    expect(response.headers.get('content-type')).toBe('image/png');
  });
});

describe('subscribe message', () => {
  const { decision } = standInTemplates;
  const accept = (openid: string, times?: number) =>
    ask('/standin/subscriptions', { openid, template: decision, times });
  const message = (touser: string) => ({
    touser,
    template_id: decision,
    page: 'joining/member/card',
    data: {
      thing1: { value: '入会申请' },
      phrase2: { value: '已通过' },
      time3: { value: '2026年11月22日 12:40' },
      thing4: { value: '会员卡可以用了' },
    },
  });
  const sent = async (body: object) => ask(await withToken('/cgi-bin/message/subscribe/send'), body);
  const arrived = async (openid: string) => (await ask(`/standin/messages?openid=${openid}`)).messages;

  it('arrives once for each time it was accepted', async () => {
    expect(await sent(message('one'))).toMatchObject({ errcode: 43101 });
    await accept('one');
    await accept('one');
    for (const errcode of [0, 0, 43101]) expect(await sent(message('one'))).toMatchObject({ errcode });
    expect(await arrived('one')).toEqual([message('one'), message('one')]);
    expect(await arrived('two')).toEqual([]);
  });

  it('is refused when everything was taken back', async () => {
    await accept('three');
    await accept('three', 0);
    expect(await sent(message('three'))).toMatchObject({ errcode: 43101 });
  });

  const with1 = (value: unknown) => ({ data: { ...message('four').data, thing1: { value } } });
  it.each([
    ['nobody', { touser: '' }, 40003],
    ['another template', { template_id: 'x' }, 40037],
    ['a page there is not', { page: 'joining/other' }, 41030],
    ['a page with a leading slash', { page: '/joining/member/card' }, 41030],
    ['a field missing', { data: { thing1: { value: '入会申请' } } }, 47003],
    ['a field too many', { data: { ...message('four').data, thing9: { value: 'x' } } }, 47003],
    ['21 characters', with1('字'.repeat(21)), 47003],
    ['an empty field', with1(''), 47003],
    ['a number', with1(5), 47003],
    ['a phrase of 6', { data: { ...message('four').data, phrase2: { value: '已经通过审核' } } }, 47003],
    ['another kind of time', { data: { ...message('four').data, time3: { value: '2026-11-22' } } }, 47003],
  ])('is refused for %s, and uses up nothing', async (_, changed, errcode) => {
    await accept('four');
    expect(await sent({ ...message('four'), ...changed })).toMatchObject({ errcode });
    expect(await sent({ ...message('four'), page: 'joining/member/card?from=message' })).toMatchObject({
      errcode: 0,
    });
  });

  it('wants a token', async () => {
    expect(await ask('/cgi-bin/message/subscribe/send?access_token=x', message('one'))).toMatchObject({
      errcode: 40001,
    });
  });
});

describe('text check', () => {
  const path = '/wxa/msg_sec_check';
  const text = { version: 2, openid: '', scene: 2, content: '今天一起读完了第一章' };
  const judged = async (changed: object) => ask(await withToken(path), { ...text, ...changed });
  const visitor = async (): Promise<string> => (await signIn('demo-liuyu')).openid;

  it.each([
    ['今天一起读完了第一章', { suggest: 'pass', label: 100 }],
    ['加我，一起赌博', { suggest: 'risky', label: 20006 }],
    ['代开发票，电话联系', { suggest: 'risky', label: 20008 }],
    ['x'.repeat(2500), { suggest: 'pass', label: 100 }],
  ])('says what it finds of %s', async (content, result) => {
    expect(await judged({ openid: await visitor(), content })).toMatchObject({ errcode: 0, result });
  });

  it.each([
    ['another version', { version: 1 }],
    ['a scene there is not', { scene: 5 }],
    ['no text', { content: undefined }],
    ['an empty text', { content: '' }],
    ['a text too long', { content: 'x'.repeat(2501) }],
    ['nobody', { openid: undefined }],
  ])('is refused for %s', async (_, changed) => {
    expect(await judged({ openid: await visitor(), ...changed })).toMatchObject({ errcode: 40097 });
  });

  it('judges nobody who never came, or whose last visit is more than two hours ago', async () => {
    expect(await judged({ openid: 'never' })).toMatchObject({ errcode: 40003 });
    const openid = await visitor();
    clock += 2 * 3_600_000;
    expect(await judged({ openid })).toMatchObject({ errcode: 0 });
    clock += 1;
    expect(await judged({ openid })).toMatchObject({ errcode: 61010 });
    expect(await judged({ openid: await visitor() })).toMatchObject({ errcode: 0 });
  });

  it('wants a token, and JSON', async () => {
    const openid = await visitor();
    expect(await ask(`${path}?access_token=x`, { ...text, openid })).toMatchObject({ errcode: 40001 });
    const response = await fetch(wechat.url + (await withToken(path)), { method: 'POST', body: '{' });
    expect(await response.json()).toMatchObject({ errcode: 47001 });
  });

  it('has no more to give when told so', async () => {
    const openid = await visitor();
    await ask('/standin/failures', { errcode: 45009, path });
    expect(await judged({ openid })).toMatchObject({ errcode: 45009 });
    expect(await judged({ openid })).toMatchObject({ errcode: 0 });
  });
});

it('fails the next calls when told to, then answers again', async () => {
  await ask('/standin/failures', { errcode: 45011, times: 2, path: '/sns/jscode2session' });
  await takeToken();
  expect(await signIn('demo-wangfang')).toMatchObject({ errcode: 45011 });
  expect(await signIn('demo-wangfang')).toMatchObject({ errcode: 45011 });
  expect(await signIn('demo-wangfang')).toHaveProperty('openid');
});

it('answers what it does not know as WeChat does', async () => {
  expect(await ask('/cgi-bin/elsewhere')).toMatchObject({ errcode: 40066 });
  expect(await ask('/cgi-bin/stable_token')).toMatchObject({ errcode: 43002 });
  const response = await fetch(`${wechat.url}/cgi-bin/stable_token`, { method: 'POST', body: '{' });
  expect(await response.json()).toMatchObject({ errcode: 47001 });
});
