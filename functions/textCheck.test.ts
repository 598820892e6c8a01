import { DAY, HOUR } from '@niangjia/shared/time';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { startWechat, type Wechat } from '../dev/wechat.ts';
import { openidOf } from '../dev/wechatCodes.ts';
import { personOf } from './accounts.ts';
import { refuseRisky } from './textCheck.ts';
import { judgeText } from './wechat.ts';

/** What WeChat says of words, and what comes of it when it says nothing. */

let wechat: Wechat;
let clock = Date.UTC(2026, 10, 22);
const openid = openidOf('liuyu');
const risky = '群里可以赌博';

beforeAll(async () => {
  wechat = await startWechat({ port: 0, h5Url: 'http://localhost:8080', now: () => clock });
  // One of its own: what it is told to fail at, and its clock, are nobody else's.
  process.env.WECHAT_URL = wechat.url;
});
afterAll(() => wechat.stop());
beforeEach(async () => {
  clock += DAY;
  const { WECHAT_APP_ID: appid = '', WECHAT_APP_SECRET: secret = '' } = process.env;
  const grant = { appid, secret, js_code: 'demo-liuyu', grant_type: 'authorization_code' };
  await fetch(`${wechat.url}/sns/jscode2session?${new URLSearchParams(grant)}`);
});

const later = (by: number) => {
  clock += by;
};
const fail = (errcode: number, times = 1) =>
  fetch(`${wechat.url}/standin/failures`, {
    method: 'POST',
    body: JSON.stringify({ errcode, times, path: '/wxa/msg_sec_check' }),
  });

it('says what WeChat finds, for each scene', async () => {
  expect(await judgeText(openid, '读书会很好', 'comment', clock)).toBe('pass');
  expect(await judgeText(openid, risky, 'comment', clock)).toBe('risky');
  expect(await judgeText(openid, risky, 'log', clock)).toBe('risky');
});

it.each([
  ['its author was away for longer than two hours', async () => later(2 * HOUR + 1)],
  ['it has given all that it gives in a day', () => fail(45009)],
  ['it is slowed down', () => fail(45011)],
  ['it has a fault', () => fail(-1)],
])('says nothing, and refuses nobody, where %s', async (_, prepare) => {
  await prepare();
  expect(await judgeText(openid, risky, 'comment', clock)).toBe('unsaid');
});

it('says nothing of who was never there', async () => {
  expect(await judgeText('never', risky, 'comment', clock)).toBe('unsaid');
});

it('asks again with a new token when the one it has is over', async () => {
  await judgeText(openid, risky, 'comment', clock);
  await fetch(`${wechat.url}/standin/tokens/expiry`, { method: 'POST' });
  expect(await judgeText(openid, risky, 'comment', clock)).toBe('risky');
});

it('does not hide that a question was wrong', async () => {
  await fail(40097);
  await expect(judgeText(openid, risky, 'comment', clock)).rejects.toThrow('40097');
});

it('refuses risky words of a person, wherever they stand among others; and nothing else', async () => {
  const person = await personOf(openid);
  await expect(refuseRisky(person, ['喜阅社', risky], 'log', clock)).rejects.toMatchObject({
    code: 'TEXT_RISKY',
  });
  await refuseRisky(person, ['喜阅社', '每周读一本书'], 'log', clock);
  await refuseRisky(person, [' ', ''], 'log', clock);
  await fail(45009);
  await refuseRisky(person, [risky], 'log', clock);
  await refuseRisky('somebody-without-an-account', [risky], 'log', clock);
});
