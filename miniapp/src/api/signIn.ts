import type { ResponseOf } from '@niangjia/shared/contract';
import type { Template } from '@niangjia/shared/messages/reminder';
import { system } from '@niangjia/shared/system';
import { MINUTE } from '@niangjia/shared/time';
import Taro from '@tarojs/taro';
import { thisTab } from '../kept.ts';
import { openInWechat } from './refused.ts';
import { send } from './send.ts';

/** Who is signed in on this phone (on H5: in this tab), and where they act for the union. */
export type Login = ResponseOf<typeof system.signIn>;
interface Kept {
  readonly login: Login;
  /** When to renew, by this phone's own clock. */
  readonly renewAt: number;
}

// In the development build for H5 only; left out of every other build.
const demo = process.env.TARO_APP_DEMO ? () => import('../demo/actAs.ts') : undefined;

const NAME = 'login';
let underWay: Promise<Login> | undefined;

async function loginCode(): Promise<string> {
  if (process.env.TARO_ENV === 'weapp') return (await Taro.login()).code;
  if (demo) return (await demo()).demoCode();
  throw openInWechat();
}

async function signInNow(): Promise<Login> {
  const login = (await send(system.signIn, { code: await loginCode() }, {})) as Login;
  const now = Date.now();
  const lifetime = login.expiresAt - now;
  // A phone whose clock is wrong goes by the usual lifetime instead.
  const usual = lifetime > 2 * MINUTE && lifetime < 60 * MINUTE ? lifetime : 15 * MINUTE;
  thisTab.keep(NAME, { login, renewAt: now + usual - MINUTE } satisfies Kept);
  return login;
}

/** The login as it is kept, if it is good now: for a page that needs no more to begin. */
export function knownLogin(): Login | undefined {
  const kept = thisTab.kept<Kept>(NAME);
  return kept && Date.now() < kept.renewAt ? kept.login : undefined;
}

/** The login, made or renewed silently when there is none or it is about to expire. Throws Refused. */
export async function signedIn(): Promise<Login> {
  const known = knownLogin();
  if (known) return known;
  underWay ??= signInNow().finally(() => {
    underWay = undefined;
  });
  return underWay;
}

/** WeChat's id of a template that a tap may ask for; undefined before a login, and where there is none. */
export const templateId = (template: Template): string | undefined =>
  // A login kept by an older version has none.
  thisTab.kept<Kept>(NAME)?.login.templates?.[template];

/** Forgets the login, so that the next call signs in again; with a token, only if it is still that one. */
export function forgetLogin(token?: string): void {
  if (!token || thisTab.kept<Kept>(NAME)?.login.token === token) thisTab.forget(NAME);
}
