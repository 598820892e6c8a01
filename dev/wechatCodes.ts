import { createHash, randomBytes } from 'node:crypto';
import { type CastName, cast } from '@niangjia/shared/cast';
import { MINUTE } from '@niangjia/shared/time';

const CODE_LIFE = 5 * MINUTE;
const TOKEN_LIFE = 120 * MINUTE;

const digest = (text: string) => createHash('sha256').update(text).digest();

/** A made-up openid, the same for the same name, shaped like WeChat's 28 characters. */
export const openidOf = (name: string) => `o${digest(`openid ${name}`).toString('base64url').slice(0, 27)}`;

/** A made-up session key: 16 bytes in base64, as WeChat's. */
export const sessionKeyOf = (openid: string) =>
  digest(`session ${openid}`).subarray(0, 16).toString('base64');

const castName = (code: unknown, prefix: string): CastName | undefined => {
  const name = typeof code === 'string' && code.startsWith(prefix) ? code.slice(prefix.length) : '';
  return Object.hasOwn(cast, name) ? (name as CastName) : undefined;
};

/** The phone that the code of the phone button stands for: `phone-<name>` for each person of the cast. */
export function phoneOf(code: unknown): string | undefined {
  const name = castName(code, 'phone-');
  return name && cast[name].phone;
}

/** Login codes: `demo-<name>`, each use standing for a fresh wx.login, and minted ones, good once for 5 minutes. */
export class LoginCodes {
  readonly #now: () => number;
  readonly #minted = new Map<string, { openid: string; until: number; used: boolean }>();
  readonly #visits = new Map<string, number>();

  constructor(now: () => number) {
    this.#now = now;
  }

  mint(openid: string): string {
    const code = `0${randomBytes(24).toString('base64url').slice(0, 31)}`;
    this.#minted.set(code, { openid, until: this.#now() + CODE_LIFE, used: false });
    return code;
  }

  /** The openid behind a code, or WeChat's error code. */
  redeem(code: string): string | 40029 | 40163 {
    const openid = this.#openidBehind(code);
    if (typeof openid === 'string') this.#visits.set(openid, this.#now());
    return openid;
  }

  /** When somebody last signed in; undefined for who never did. */
  lastVisit(openid: string): number | undefined {
    return this.#visits.get(openid);
  }

  #openidBehind(code: string): string | 40029 | 40163 {
    const name = castName(code, 'demo-');
    if (name) return openidOf(name);
    const minted = this.#minted.get(code);
    if (!minted || minted.until < this.#now()) return 40029;
    if (minted.used) return 40163;
    minted.used = true;
    return minted.openid;
  }
}

/** Stable access tokens: the same one until it expires or a refresh is forced. */
export class AccessTokens {
  readonly #now: () => number;
  #token = '';
  #until = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  give(forceRefresh: boolean): { access_token: string; expires_in: number } {
    if (forceRefresh || this.#until <= this.#now()) {
      this.#token = randomBytes(48).toString('base64url');
      this.#until = this.#now() + TOKEN_LIFE;
    }
    return { access_token: this.#token, expires_in: Math.floor((this.#until - this.#now()) / 1000) };
  }

  valid(token: string): boolean {
    return token === this.#token && this.#now() < this.#until;
  }

  /** Lets the token expire now. */
  forget(): void {
    this.#until = 0;
  }
}
