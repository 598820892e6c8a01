import { randomBytes } from 'node:crypto';
import { type Acting, call } from './api.ts';

/** A phone with a WeChat account of its own, that of nobody of the cast. */
export interface WechatPhone {
  readonly openid: string;
  /** What wx.login gives: a code, good once. */
  readonly loginCode: () => Promise<string>;
  readonly signIn: () => ReturnType<typeof signInWith>;
  /** Asks for a binding code, as the page does that is shown at the desk. */
  readonly bindingCode: () => Promise<{ typed: string; scan: string; expiresAt: number }>;
  /** Calls as whoever is signed in since now; renews nothing. */
  readonly signedIn: () => Promise<{ person: string; call: Acting }>;
}

const signInWith = (code: string) => call('signIn', { code });

/** Takes a phone that was never used for this. */
export function wechatPhone(openid = `phone-${randomBytes(8).toString('hex')}`): WechatPhone {
  const loginCode = async () => {
    const asked = { method: 'POST', body: JSON.stringify({ openid }) };
    const answer = await fetch(`${process.env.WECHAT_URL}/standin/codes`, asked);
    return ((await answer.json()) as { code: string }).code;
  };
  const signIn = async () => signInWith(await loginCode());
  return {
    openid,
    loginCode,
    signIn,
    bindingCode: async () => (await call('issueBindingCode', { code: await loginCode() })).body,
    signedIn: async () => {
      const { body } = await signIn();
      return {
        person: body.person.id,
        call: (endpoint, input, options) => call(endpoint, input, body.token, options),
      };
    },
  };
}
