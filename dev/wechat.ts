import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import QRCode from 'qrcode';
import { Failure } from './failure.ts';
import { releasedPages } from './releasedPages.ts';
import { AccessTokens, LoginCodes, phoneOf, sessionKeyOf } from './wechatCodes.ts';
import { Subscriptions, standInTemplates } from './wechatMessages.ts';
import { judgeText } from './wechatTexts.ts';

/** What the stand-in knows as the mini-program's own id and secret. */
export const standInApp = { id: 'wx0000000000000000', secret: 'stand-in' } as const;

/** The same, and its templates, as the functions have them in their environment. */
export const standInEnvironment = {
  WECHAT_APP_ID: standInApp.id,
  WECHAT_APP_SECRET: standInApp.secret,
  WECHAT_TEMPLATE_DECISION: standInTemplates.decision,
  WECHAT_TEMPLATE_BANK_CARD: standInTemplates.bankCard,
  WECHAT_TEMPLATE_PLACE_HELD: standInTemplates.placeHeld,
  WECHAT_TEMPLATE_BOOKING_SOON: standInTemplates.bookingSoon,
  WECHAT_TEMPLATE_BOOKING_OFF: standInTemplates.bookingOff,
  WECHAT_TEMPLATE_ACTIVITY: standInTemplates.activity,
};

/** The page a poster's code opens. */
const POSTER_PAGE = 'joining/session';
/** What WeChat accepts in a scene: 1–32 of these visible characters. */
const SCENE = /^[\w!#$&'()*+,/:;=?@\-.~]{1,32}$/;

/** WeChat's codes and words for what goes wrong, as its documentation has them. */
const MESSAGES: Record<number, string> = {
  [-1]: 'system error',
  40001: 'invalid credential, access_token is invalid or not latest',
  40002: 'invalid grant_type',
  40003: 'invalid openid',
  40013: 'invalid appid',
  40029: 'invalid code',
  40037: 'invalid template_id',
  40066: 'invalid url',
  40097: 'invalid args',
  40125: 'invalid appsecret',
  40129: 'invalid scene',
  40163: 'code been used',
  40226: 'code blocked',
  41001: 'access_token missing',
  41002: 'appid missing',
  41004: 'appsecret missing',
  41008: 'missing code',
  41030: 'invalid page',
  42001: 'access_token expired',
  43001: 'require GET method',
  43002: 'require POST method',
  43101: 'user refuse to accept the msg',
  45009: 'reach max api daily quota limit',
  45011: 'api minute-quota reach limit, must slower, retry next minute',
  47001: 'data format error',
  47003: 'argument invalid!',
  61010: 'code is expired',
};

/** An answer that is one of WeChat's errors. */
class WechatError extends Error {
  readonly errcode: number;
  constructor(errcode: number) {
    super(MESSAGES[errcode] ?? 'unknown error');
    this.errcode = errcode;
  }
}

interface Call {
  query: URLSearchParams;
  body: Record<string, unknown>;
}
type Answer = Buffer | Record<string, unknown>;

/** A running stand-in for WeChat's servers. */
export interface Wechat {
  readonly url: string;
  stop(): Promise<void>;
}

interface Options {
  port: number;
  /** Where the H5 app is, for the codes on posters. */
  h5Url: string;
  now?: () => number;
}

/** Starts an HTTP server that answers as WeChat's documentation says WeChat does, errors too. */
export async function startWechat({ port, h5Url, now = Date.now }: Options): Promise<Wechat> {
  const codes = new LoginCodes(now);
  const tokens = new AccessTokens(now);
  const subscriptions = new Subscriptions();
  const failures: { errcode: number; path?: string; times: number }[] = [];

  function requireApp(id: unknown, secret: unknown): void {
    if (!id) throw new WechatError(41002);
    if (!secret) throw new WechatError(41004);
    if (id !== standInApp.id) throw new WechatError(40013);
    if (secret !== standInApp.secret) throw new WechatError(40125);
  }

  function requireToken(query: URLSearchParams): void {
    const given = query.get('access_token');
    if (!given) throw new WechatError(41001);
    if (!tokens.valid(given)) throw new WechatError(40001);
  }

  const routes: Record<string, (call: Call) => Answer | Promise<Answer>> = {
    'GET /sns/jscode2session': ({ query }) => {
      requireApp(query.get('appid'), query.get('secret'));
      if (query.get('grant_type') !== 'authorization_code') throw new WechatError(40002);
      const code = query.get('js_code');
      if (!code) throw new WechatError(41008);
      const openid = codes.redeem(code);
      if (typeof openid === 'number') throw new WechatError(openid);
      return { session_key: sessionKeyOf(openid), openid };
    },
    'POST /cgi-bin/stable_token': ({ body }) => {
      if (body.grant_type !== 'client_credential') throw new WechatError(40002);
      requireApp(body.appid, body.secret);
      return tokens.give(body.force_refresh === true);
    },
    'POST /wxa/business/getuserphonenumber': ({ query, body }) => {
      requireToken(query);
      const phone = phoneOf(body.code);
      if (!phone) throw new WechatError(40029);
      return {
        errcode: 0,
        errmsg: 'ok',
        phone_info: {
          phoneNumber: phone,
          purePhoneNumber: phone,
          countryCode: '86',
          watermark: { timestamp: Math.floor(now() / 1000), appid: standInApp.id },
        },
      };
    },
    'POST /wxa/getwxacodeunlimit': ({ query, body: { scene, page, check_path } }) => {
      requireToken(query);
      if (typeof scene !== 'string' || !SCENE.test(scene)) throw new WechatError(40129);
      if (check_path !== false && page !== undefined && !releasedPages.includes(String(page)))
        throw new WechatError(41030);
      // A real mini-program code opens only in WeChat; this one opens the H5 app, for a phone or a photo.
      return QRCode.toBuffer(`${h5Url}/#/${POSTER_PAGE}?scene=${encodeURIComponent(scene)}`, { width: 430 });
    },
    'POST /cgi-bin/message/subscribe/send': ({ query, body }) => {
      requireToken(query);
      const errcode = subscriptions.send(body);
      if (errcode !== 0) throw new WechatError(errcode);
      return { errcode, errmsg: 'ok' };
    },
    'POST /wxa/msg_sec_check': ({ query, body }) => {
      requireToken(query);
      const judged = judgeText(body, (openid) => codes.lastVisit(openid), now());
      if (typeof judged === 'number') throw new WechatError(judged);
      return judged;
    },
    // What tests steer the stand-in with; WeChat has nothing like it.
    'POST /standin/codes': ({ body }) => ({ code: codes.mint(String(body.openid)) }),
    'POST /standin/failures': ({ body: { errcode, path, times } }) => {
      failures.push({
        errcode: Number(errcode),
        path: path as string | undefined,
        times: Number(times ?? 1),
      });
      return { ok: true };
    },
    // The phone's owner answers its question; there is no server of ours in between.
    'POST /standin/subscriptions': ({ body: { openid, template, times } }) => {
      subscriptions.accept(String(openid), String(template), times === undefined ? 1 : Number(times));
      return { ok: true };
    },
    'GET /standin/messages': ({ query }) => ({
      messages: subscriptions.arrivedFor(query.get('openid') ?? ''),
    }),
    'POST /standin/tokens/expiry': () => {
      tokens.forget();
      return { ok: true };
    },
  };

  function failOnDemand(path: string): void {
    const due = failures.find((failure) => failure.times > 0 && (failure.path ?? path) === path);
    if (!due || path.startsWith('/standin/')) return;
    due.times -= 1;
    throw new WechatError(due.errcode);
  }

  async function answer(request: IncomingMessage): Promise<Answer> {
    const url = new URL(request.url ?? '/', 'http://wechat');
    const { method = 'GET' } = request;
    const route = routes[`${method} ${url.pathname}`];
    if (!route) {
      if (routes[`GET ${url.pathname}`]) throw new WechatError(43001);
      throw new WechatError(routes[`POST ${url.pathname}`] ? 43002 : 40066);
    }
    failOnDemand(url.pathname);
    const body = method === 'POST' ? parseBody(await text(request)) : {};
    return route({ query: url.searchParams, body });
  }

  const server = createServer(async (request, response) => {
    try {
      send(response, await answer(request));
    } catch (error) {
      if (!(error instanceof WechatError)) throw error;
      const rid = `${Math.floor(now() / 1000).toString(16)}-0badc0de-00000000`;
      send(response, { errcode: error.errcode, errmsg: `${error.message}, rid: ${rid}` });
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(new Failure(`The stand-in for WeChat: ${error.message}`)));
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : port}`, stop };
}

function parseBody(body: string): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(body || '{}');
    if (parsed && typeof parsed === 'object') return parsed as Record<string, unknown>;
  } catch {}
  throw new WechatError(47001);
}

/** WeChat answers 200 whatever happened; what happened is in the body. */
function send(response: ServerResponse, answer: Answer): void {
  const image = Buffer.isBuffer(answer);
  response.writeHead(200, { 'content-type': image ? 'image/png' : 'application/json; charset=utf-8' });
  response.end(image ? answer : JSON.stringify(answer));
}
