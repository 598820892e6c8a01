import type { PhoneSource } from '@niangjia/shared/joining/form';
import type { Template, TemplateIds } from '@niangjia/shared/messages/reminder';
import { Refusal } from '@niangjia/shared/refusal';
import { type Instant, MINUTE, SECOND } from '@niangjia/shared/time';

/** WeChat's server API: only what we use, over plain HTTP as documented. */

/** A deployed stage always talks to WeChat itself; only the local one can be pointed elsewhere. */
const base = () => (process.env.STAGE === 'local' && process.env.WECHAT_URL) || 'https://api.weixin.qq.com';
const app = () => ({ appid: process.env.WECHAT_APP_ID ?? '', secret: process.env.WECHAT_APP_SECRET ?? '' });

interface WeChatAnswer {
  errcode?: number;
  errmsg?: string;
}

/** WeChat answered with an error code we have no refusal for. */
class WeChatError extends Error {
  constructor(call: string, answer: WeChatAnswer) {
    super(`WeChat ${call}: ${answer.errcode} ${answer.errmsg ?? ''}`);
  }
}

/** WeChat did not answer, or not so that it could be read. `asked`: whether the request may have arrived. */
class NoAnswer extends Refusal {
  readonly asked: boolean;
  constructor(asked: boolean) {
    super('BUSY');
    this.asked = asked;
  }
}

/** What ends a request before it has left. */
const NEVER_LEFT = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'];

const BUSY_CODES = [-1, 45009, 45011, 50002];

interface Answered<T> {
  type: string;
  bytes: Buffer;
  /** The JSON, where it is JSON. */
  json: WeChatAnswer & Partial<T>;
}

/** Asks and reads the whole answer; silence, a broken answer or a gateway's page is BUSY. */
async function ask<T>(path: string, query: Record<string, string>, body?: object): Promise<Answered<T>> {
  try {
    const response = await fetch(`${base()}${path}?${new URLSearchParams(query)}`, {
      method: body ? 'POST' : 'GET',
      headers: { 'content-type': 'application/json' },
      body: body ? JSON.stringify(body) : undefined,
      signal: AbortSignal.timeout(5 * SECOND),
    });
    const type = (response.headers.get('content-type') ?? '').split(';')[0] ?? '';
    const bytes = Buffer.from(await response.arrayBuffer());
    if (!response.ok) throw new Error(`WeChat answered ${response.status}`);
    return { type, bytes, json: type.startsWith('image/') ? {} : JSON.parse(bytes.toString()) };
  } catch (error) {
    const { cause } = error as { cause?: { code?: string } };
    throw new NoAnswer(!NEVER_LEFT.includes(cause?.code ?? ''));
  }
}

function check<T extends WeChatAnswer>(call: string, answer: T, refusals: Record<number, Refusal>): T {
  if (!answer.errcode) return answer;
  const refusal = refusals[answer.errcode];
  if (refusal) throw refusal;
  if (BUSY_CODES.includes(answer.errcode)) throw new Refusal('BUSY');
  throw new WeChatError(call, answer);
}

/** code2Session: the openid behind a login code. Refuses a bad or used code (WECHAT_CODE) and a risky user (WECHAT_RISK). */
export async function openidOf(code: string): Promise<string> {
  const query = { ...app(), js_code: code, grant_type: 'authorization_code' };
  const { json } = await ask<{ openid: string }>('/sns/jscode2session', query);
  const answer = check('code2Session', json, {
    40029: new Refusal('WECHAT_CODE'),
    40163: new Refusal('WECHAT_CODE'),
    40226: new Refusal('WECHAT_RISK'),
  });
  if (!answer.openid) throw new WeChatError('code2Session', answer);
  return answer.openid;
}

let cached: { token: string; until: Instant } | undefined;

/** The stable access token; WeChat gives every caller the same one until shortly before it ends. */
async function accessToken(now: Instant): Promise<string> {
  if (cached && cached.until > now) return cached.token;
  const { appid, secret } = app();
  const given = { grant_type: 'client_credential', appid, secret };
  const answer = await ask<{ access_token: string; expires_in: number }>('/cgi-bin/stable_token', {}, given)
    .then(({ json }) => check('stable_token', json, {}))
    .catch((error: unknown) => {
      // What the token was wanted for has not been asked.
      throw error instanceof Refusal ? new NoAnswer(false) : error;
    });
  if (!answer.access_token) throw new WeChatError('stable_token', answer);
  cached = { token: answer.access_token, until: now + (answer.expires_in ?? 0) * SECOND - 5 * MINUTE };
  return cached.token;
}

const TOKEN_ENDED = [40001, 42001];

/** Asks with the access token, and once more with a new one when WeChat says that it has ended. */
async function askAuthorised<T>(path: string, body: object, now: Instant): Promise<Answered<T>> {
  const first = await ask<T>(path, { access_token: await accessToken(now) }, body);
  if (!TOKEN_ENDED.includes(first.json.errcode ?? 0)) return first;
  cached = undefined;
  return ask<T>(path, { access_token: await accessToken(now) }, body);
}

interface PhoneInfo {
  phone_info: { purePhoneNumber?: string; countryCode?: string };
}

/** getuserphonenumber: the number behind a one-tap code, without country code. Refuses a bad code (PHONE_CODE). */
async function phoneNumberOf(code: string, now: Instant): Promise<string> {
  const { json } = await askAuthorised<PhoneInfo>('/wxa/business/getuserphonenumber', { code }, now);
  const noPhone = new Refusal('PHONE_CODE');
  const { phone_info: phone } = check('getuserphonenumber', json, { 40029: noPhone, 40013: noPhone });
  if (!phone?.purePhoneNumber || phone.countryCode !== '86') throw noPhone;
  return phone.purePhoneNumber;
}

/** A phone number as it was given: typed, or behind WeChat's one-tap code. */
export const phoneFrom = (source: PhoneSource, now: Instant): Promise<string> =>
  source.kind === 'typed' ? Promise.resolve(source.number) : phoneNumberOf(source.code, now);

/** getwxacodeunlimit: a mini-program code for a page and scene (≤ 32 characters), as a data URI. */
export async function miniProgramCode(page: string, scene: string, now: Instant): Promise<string> {
  const body = { page, scene, check_path: false, width: 430 };
  const { type, bytes, json } = await askAuthorised('/wxa/getwxacodeunlimit', body, now);
  check('getwxacodeunlimit', json, {});
  return `data:${type};base64,${bytes.toString('base64')}`;
}

/** Where a text would be seen: WeChat judges by it. */
const SCENE = { comment: 2, log: 4 } as const;

/**
 * msgSecCheck 2.0: whether WeChat finds a text unfit to be shown. `unsaid` where it can't say: its author was not in
 * the mini-program within two hours (61010), or never with this account (40003), or it has no time now; somebody looks
 * at everything all the same.
 * https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/sec-center/sec-check/msgSecCheck.html
 */
export async function judgeText(
  openid: string,
  content: string,
  scene: keyof typeof SCENE,
  now: Instant,
): Promise<'pass' | 'risky' | 'unsaid'> {
  const body = { version: 2, openid, scene: SCENE[scene], content };
  try {
    const { json } = await askAuthorised<{ result: { suggest?: string } }>('/wxa/msg_sec_check', body, now);
    if (AUTHOR_AWAY.includes(json.errcode ?? 0)) return 'unsaid';
    const { result } = check('msgSecCheck', json, {});
    return result?.suggest === 'risky' ? 'risky' : 'pass';
  } catch (error) {
    if (error instanceof Refusal && error.code === 'BUSY') return 'unsaid';
    throw error;
  }
}
const AUTHOR_AWAY = [61010, 40003];

// A parameter of the deployment cannot be empty, so a city without a template says `none`.
const chosen = (id: string | undefined) => (id === 'none' ? undefined : id);

/** The ids under which WeChat knows the templates. */
export const templateIds = (): TemplateIds & Record<Template, string | undefined> => ({
  decision: chosen(process.env.WECHAT_TEMPLATE_DECISION),
  bankCard: chosen(process.env.WECHAT_TEMPLATE_BANK_CARD),
  placeHeld: chosen(process.env.WECHAT_TEMPLATE_PLACE_HELD),
  bookingSoon: chosen(process.env.WECHAT_TEMPLATE_BOOKING_SOON),
  bookingOff: chosen(process.env.WECHAT_TEMPLATE_BOOKING_OFF),
  activity: chosen(process.env.WECHAT_TEMPLATE_ACTIVITY),
});

/** A subscribe message as WeChat takes it. */
export interface SubscribeMessage {
  readonly touser: string;
  readonly template_id: string;
  readonly page: string;
  readonly data: Readonly<Record<string, { value: string }>>;
}
const NOT_ALLOWED = 43101;

/**
 * subscribeMessage.send: what became of it. `notAllowed`: WeChat knows of no consent; `later`: it was not
 * sent and may be sent again; `never`: it was not sent, and would not be another time (the error code says
 * why); `unknown`: it may have been sent.
 */
export async function sendSubscribeMessage(
  message: SubscribeMessage,
  now: Instant,
): Promise<{ became: 'sent' | 'notAllowed' | 'later' | 'never' | 'unknown'; errcode?: number }> {
  try {
    const { json } = await askAuthorised('/cgi-bin/message/subscribe/send', message, now);
    const { errcode = 0 } = json;
    if (errcode === 0) return { became: 'sent' };
    if (errcode === NOT_ALLOWED) return { became: 'notAllowed' };
    return { became: BUSY_CODES.includes(errcode) ? 'later' : 'never', errcode };
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    return { became: error.asked ? 'unknown' : 'later' };
  }
}
