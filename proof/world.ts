import { randomBytes } from 'node:crypto';
import { madeIdNumber, orgs, type staff } from '@niangjia/shared/cast';
import type { ResponseOf } from '@niangjia/shared/contract';
import type { Ruling } from '@niangjia/shared/joining/ruling';
import type { system } from '@niangjia/shared/system';
import { HOUR } from '@niangjia/shared/time';
import { type Acting, call } from '../dev/api.ts';
import { type Form, filledIn, openAt } from '../dev/onSite.ts';
import { openidOf } from '../dev/wechatCodes.ts';
import { personOf } from '../functions/accounts.ts';
import { digestOf } from '../functions/secrets.ts';
import { signToken } from '../functions/tokens.ts';

/** People, a session and applications for the proofs, made through the API wherever it matters. */

/** Calls endpoints as a person, with a token made for each call: minutes of virtual time end no token. */
export const actingFor =
  (person: string): Acting =>
  async (endpoint, input, options) =>
    call(endpoint, input, (await signToken('session', person, Date.now())).token, options);

export interface Actor {
  readonly id: string;
  readonly call: Acting;
}

const actor = (id: string): Actor => ({ id, call: actingFor(id) });

/** Somebody of the staff that the seed appoints. */
export const staffActor = async (name: keyof typeof staff): Promise<Actor> =>
  actor(await personOf(openidOf(name)));

/** A worker with an account, who is nobody of the cast; the same number is the same person. */
export interface Worker extends Actor {
  readonly form: Form;
}

const SURNAMES = [...'赵钱孙李周吴郑王冯陈'];
const GIVEN = [...'伟芳娜秀敏静丽强磊洋'];
const at = (letters: string[], n: number) => letters[n % letters.length] ?? '';

/** What the worker of this number fills in. */
export function formOf(number: number, changed: Partial<Form> = {}): Form {
  const person = {
    name: at(SURNAMES, number) + at(GIVEN, Math.floor(number / 10)) + at(GIVEN, Math.floor(number / 100)),
    idNumber: madeIdNumber('110102', `19${70 + (number % 30)}0${1 + (number % 9)}15`, number % 1000),
    phone: `139${String(number).padStart(8, '0')}`,
  };
  const platform = '顺达快递西城新街口站点组';
  return filledIn(person, { employment: { kind: 'newForm', occupation: 'courier', platform }, ...changed });
}

/** Makes the account of an invented worker. */
export async function worker(number: number, changed: Partial<Form> = {}): Promise<Worker> {
  return { ...actor(await personOf(`invented-openid-${number}`)), form: formOf(number, changed) };
}

/** One of those who came, the first if no other is asked for. */
export function one<T>(list: readonly T[], at = 0): T {
  const found = list[at];
  if (!found) throw new Error('nobody came');
  return found;
}

/** Opens a session that is on now and returns its code. */
export async function openedSession(reviewer: Actor, org: string = orgs.xinjiekouJoint.id): Promise<string> {
  const now = Date.now();
  const { body } = await openAt(reviewer.call, now - HOUR, now + HOUR, org);
  return body.code;
}

/** Scans the poster and opens the form. */
export async function visitAt(code: string, who: Actor): Promise<string> {
  const { body } = await who.call('getSession', { code });
  return (await who.call('openForm', { from: 'poster', scan: body.scan })).body.visit;
}

/** Applies at a session; returns the id under which reviewers find the application. */
export async function applied(code: string, who: Worker, changed: Partial<Form> = {}): Promise<string> {
  const visit = await visitAt(code, who);
  const { status, body } = await who.call('submitApplication', { visit, ...who.form, ...changed });
  if (status !== 200) throw new Error(`could not apply: ${JSON.stringify(body)}`);
  return `${who.id}.1`;
}

export const approval: Ruling = { outcome: 'approved', evidence: 'seenAtDesk' };
export const rejection: Ruling = {
  outcome: 'rejected',
  reason: { code: 'idMismatch', words: '最后两位和证件不同', fields: ['idNumber'] },
};

/** A web page that shows a code, with the secret it keeps. */
export async function waitingPage(secret = randomBytes(16).toString('hex')) {
  const browser = { family: 'edge', system: 'windows' } as const;
  const { body } = await call('openPairing', { secretHash: digestOf(secret), browser });
  return { code: body.code, secret };
}

type WebLogin = Extract<ResponseOf<typeof system.takePairing>, { status: 'signedIn' }>;

/** Signs somebody of the staff in on a web page, by their phone. */
export async function webLogin(phone: Actor): Promise<WebLogin> {
  const page = await waitingPage();
  await phone.call('confirmPairing', { code: page.code });
  const { body } = await call('takePairing', page);
  if (body.status !== 'signedIn') throw new Error(`not signed in: ${JSON.stringify(body)}`);
  return body;
}
