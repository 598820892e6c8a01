import type { ResponseOf } from '@niangjia/shared/contract';
import type { Template } from '@niangjia/shared/messages/reminder';
import { system } from '@niangjia/shared/system';
import { MINUTE } from '@niangjia/shared/time';
import Taro from '@tarojs/taro';
import { thisTab } from '../kept.ts';
import type { WebLogin } from '../web/pageLogin.ts';
import { send } from './send.ts';

/** Who is signed in on this phone (on H5: in this tab), and where they act for the union. */
export type Login = ResponseOf<typeof system.signIn>;
interface Kept {
  readonly login: Login;
  /** When to renew, by this phone's own clock. */
  readonly renewAt: number;
  /** On a web page: which sign-in it is, and what the next token is got with. */
  readonly web?: { readonly signIn: string; readonly renewal: string };
}

// A web page is signed in by a phone.
const page = process.env.TARO_ENV === 'weapp' ? undefined : () => import('../web/pageLogin.ts');
const tab = process.env.TARO_ENV === 'weapp' ? undefined : () => import('../web/isOurs.ts');
// In the development build for H5 only; left out of every other build.
const demo = process.env.TARO_APP_DEMO ? () => import('../demo/actAs.ts') : undefined;

const NAME = 'login';
let underWay: Promise<Login> | undefined;
/** Who was signed in last: what they saw and typed may still be on the screen. */
let before: string | undefined;
/** A sign-in of this page has ended, so the next code is shown with a word about it. */
let ended = false;

const wechatCode = async () => (await Taro.login()).code;

/** What WeChat says of whoever holds this phone: a code, good once. Undefined on a web page, which a phone signs in. */
export async function loginCode(): Promise<string | undefined> {
  if (!page) return wechatCode();
  return demo && (await demo()).demoCode();
}

function keepLogin(login: Login, web?: Kept['web']): Login {
  const now = Date.now();
  const lifetime = login.expiresAt - now;
  // A phone whose clock is wrong goes by the usual lifetime instead.
  const usual = lifetime > 2 * MINUTE && lifetime < 60 * MINUTE ? lifetime : 15 * MINUTE;
  thisTab.keep(NAME, { login, renewAt: now + usual - MINUTE, ...(web ? { web } : {}) } satisfies Kept);
  before = login.person.id;
  return login;
}

function keepWebLogin({ signIn, renewal, ...login }: WebLogin): Login {
  ended = false;
  return keepLogin(login, { signIn, renewal });
}

const byCode = async (code: string) => keepLogin((await send(system.signIn, { code }, {})) as Login);

async function signInNow(web: Kept['web']): Promise<Login> {
  if (!page) return byCode(await wechatCode());
  const { renewed, byPhone, startAfresh } = await page();
  const next = web && (await renewed(web.renewal));
  if (next) return keepWebLogin(next);
  if (web) end();
  const code = await loginCode();
  if (code) return byCode(code);
  const earlier = before;
  const login = keepWebLogin(await byPhone(ended));
  // Somebody else sits here now: nothing of what the last person saw may stay.
  return earlier === undefined || earlier === login.person.id ? login : startAfresh();
}

/** What is kept of a login, unless it is a web page's and this tab is only a copy of the one it belongs to. */
async function keptLogin(): Promise<Kept | undefined> {
  const kept = thisTab.kept<Kept>(NAME);
  before = kept?.login.person.id ?? before;
  if (!tab || !kept?.web || (await (await tab()).isOurs(kept.web.signIn))) return kept;
  forgetLogin();
  return undefined;
}

/** The login as it is kept, if it is good now: for a page that needs no more to begin. */
export function knownLogin(): Login | undefined {
  const kept = thisTab.kept<Kept>(NAME);
  return kept && Date.now() < kept.renewAt ? kept.login : undefined;
}

/** The login, made or renewed silently when there is none or it is about to expire. Throws Refused. */
export async function signedIn(): Promise<Login> {
  const kept = await keptLogin();
  if (kept && Date.now() < kept.renewAt) return kept.login;
  underWay ??= signInNow(kept?.web).finally(() => {
    underWay = undefined;
  });
  return underWay;
}

/** WeChat's id of a template that a tap may ask for; undefined before a login, and where there is none. */
export const templateId = (template: Template): string | undefined =>
  // A login kept by an older version has none.
  thisTab.kept<Kept>(NAME)?.login.templates?.[template];

function end(): void {
  ended = true;
  forgetLogin();
}

/** The API did not take a token: the next call gets another, or signs in anew when the sign-in is over. */
export function refuseToken(token: string, over: boolean): void {
  const kept = thisTab.kept<Kept>(NAME);
  // An answer may come so late that there is another login by now.
  if (kept?.login.token !== token) return;
  if (!kept.web) forgetLogin();
  else if (over) end();
  else thisTab.keep(NAME, { ...kept, renewAt: 0 } satisfies Kept);
}

/** Forgets the login, so that the next call signs in again. */
export function forgetLogin(): void {
  thisTab.forget(NAME);
}

/** Which web sign-in this page goes by; none on a phone. */
export function webSignIn(): string | undefined {
  return thisTab.kept<Kept>(NAME)?.web?.signIn;
}

/** Signs out of this page, which was ended just now: nothing of what was seen here stays. */
export async function leavePage(): Promise<void> {
  forgetLogin();
  if (page) await (await page()).startAfresh();
}
