import * as v from 'valibot';
import { code, list, Time, text } from './bounds.ts';
import { Browser } from './browser.ts';
import { endpoint } from './contract.ts';
import { Id, Sealed } from './ids.ts';
import { TemplateIds } from './messages/reminder.ts';
import { Role } from './roles.ts';

/** Where somebody acts for the union, empty for a worker. */
const Duties = list(v.object({ role: Role, org: v.object({ id: Id, name: text(100) }) }), 100);
const login = {
  token: Sealed,
  /** When the token stops working, milliseconds since the epoch. */
  expiresAt: Time,
  person: v.object({ id: Id }),
  staff: Duties,
  /** What a tap may ask to be reminded of in WeChat, by WeChat's ids. */
  templates: TemplateIds,
};
const webLogin = {
  ...login,
  signIn: Id,
  /** What the next token is got with, once. */
  renewal: Sealed,
};
/** What a page keeps to itself: 128 random bits in hexadecimal. */
const PageSecret = code(/^[0-9a-f]{32}$/, 32);
const SignIns = v.object({
  signIns: list(
    v.object({
      id: Id,
      browser: Browser,
      since: Time,
      renewedAt: Time,
      /** Whether this very request came by it. */
      here: v.boolean(),
    }),
    5,
  ),
});

const confirming = [
  'PAIRING_OVER',
  'PAIRING_TAKEN',
  'PHONE_ONLY',
  'WEB_FOR_STAFF',
  'TOO_MANY_GUESSES',
  'ACCOUNT_FROZEN',
] as const;

/** What every part of the product needs: is it up, what does it offer, who are you. */
export const system = {
  getHealth: endpoint({
    route: 'GET /health',
    summary: 'Whether the API answers and reaches its table.',
    who: 'anyone',
    repeat: 'safe',
    input: v.object({}),
    output: v.object({ status: v.literal('ok') }),
    refusals: [],
  }),
  signIn: endpoint({
    route: 'POST /logins',
    summary: "Exchanges WeChat's login code for our token; the first time makes the account.",
    who: 'anyone',
    repeat: 'natural',
    input: v.object({
      code: v.pipe(text(200), v.minLength(1, 'REQUIRED')),
    }),
    output: v.object(login),
    refusals: ['WECHAT_CODE', 'WECHAT_RISK', 'ACCOUNT_FROZEN'],
  }),
  openPairing: endpoint({
    route: 'POST /pairings',
    summary: 'A web page asks for a one-time code that a phone can sign it in by.',
    who: 'anyone',
    repeat: 'natural',
    input: v.object({
      /** SHA-256 of the page's secret, base64url. */
      secretHash: code(/^[\w-]{43}$/, 43),
      browser: Browser,
    }),
    output: v.object({ code: Id, expiresAt: Time }),
    refusals: [],
  }),
  inspectPairing: endpoint({
    route: 'POST /pairings/inspection',
    summary: 'What somebody is about to sign in to, for the phone that scanned the code.',
    who: 'signedIn',
    repeat: 'safe',
    input: v.object({ code: Id }),
    output: v.object({ browser: Browser, openedAt: Time, staff: Duties }),
    refusals: confirming,
  }),
  confirmPairing: endpoint({
    route: 'POST /pairings/confirmation',
    summary: 'Signs in the page that shows the code, as the person whose phone says so.',
    who: 'signedIn',
    repeat: 'natural',
    input: v.object({ code: Id }),
    output: v.object({ status: v.literal('confirmed') }),
    refusals: confirming,
  }),
  takePairing: endpoint({
    route: 'POST /pairings/login',
    summary: 'The page asks whether it was confirmed; if so it gets its login, again if an answer was lost.',
    who: 'anyone',
    repeat: 'natural',
    input: v.object({ code: Id, secret: PageSecret }),
    output: v.variant('status', [
      v.object({ status: v.literal('waiting') }),
      v.object({ status: v.literal('signedIn'), ...webLogin }),
    ]),
    refusals: ['PAIRING_OVER'],
  }),
  renewSignIn: endpoint({
    route: 'POST /sign-ins/renewal',
    summary: 'A page gets its next token and its next renewal; one used before ends the sign-in.',
    who: 'anyone',
    repeat: 'natural',
    input: v.object({ renewal: Sealed }),
    output: v.object(webLogin),
    refusals: ['WEB_SIGN_IN_OVER'],
  }),
  listSignIns: endpoint({
    route: 'GET /sign-ins',
    summary: 'Where the caller is signed in on the web.',
    who: 'signedIn',
    repeat: 'safe',
    input: v.object({}),
    output: SignIns,
    refusals: [],
  }),
  endSignIn: endpoint({
    route: 'DELETE /sign-ins/{id}',
    summary: 'Signs the caller out of one web page; answers with what is left.',
    who: 'signedIn',
    repeat: 'natural',
    input: v.object({ id: Id }),
    output: SignIns,
    refusals: [],
  }),
  endSignIns: endpoint({
    route: 'DELETE /sign-ins',
    summary: 'Signs the caller out of every web page.',
    who: 'signedIn',
    repeat: 'natural',
    input: v.object({}),
    output: SignIns,
    refusals: [],
  }),
};
