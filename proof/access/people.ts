import { orgs } from '@niangjia/shared/cast';
import { Role } from '@niangjia/shared/roles';
import { MINUTE } from '@niangjia/shared/time';
import { call, type EndpointName, newKey, type Reply } from '../../dev/api.ts';
import { personOf } from '../../functions/accounts.ts';
import type { Org } from '../../functions/orgs.ts';
import { appoint } from '../../functions/staff.ts';
import { signToken } from '../../functions/tokens.ts';
import { actingFor, webLogin } from '../world.ts';

/** Where a role is held, as seen from the node that a request is about. */
export type Level = 'own' | 'above' | 'below' | 'sibling' | 'lookalike';

const at = (path: string): Org => ({ ...orgs.xinjiekouJoint, path });
const nodes: Record<Level, Org> = {
  own: at('/1/1/1/1/'),
  above: at('/1/1/'),
  below: at('/1/1/1/1/7/'),
  sibling: at('/1/1/1/2/'),
  // Not in the subtree of /1/1/1/1/, though its digits begin alike.
  lookalike: at('/1/1/1/11/'),
};

/** Somebody who asks, with what they are to the subject of the request. */
export interface Caller {
  readonly title: string;
  readonly is: 'nobody' | 'worker' | 'staff';
  readonly role?: Role;
  readonly level?: Level;
  readonly ask: (name: EndpointName, input: unknown) => Promise<Reply<unknown>>;
}

const withToken =
  (token: () => Promise<string>): Caller['ask'] =>
  async (name, input) =>
    call(name, input as never, await token(), { key: newKey() });

const tokenFor = (person: string) => async () => (await signToken('session', person, Date.now())).token;

/** People who are not signed in, whatever they show instead of a token. */
export function signedOut(person: string): Caller[] {
  const shows: Record<string, () => Promise<string>> = {
    'no token': async () => '',
    'a made-up token': async () => 'eyJhbGciOiJIUzI1NiJ9.e30.c2lnbmF0dXJl',
    'an unsigned token': async () =>
      `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(JSON.stringify({ sub: person, aud: 'session', exp: 4e9 })).toString('base64url')}.`,
    "a card's token": async () => (await signToken('card', person, Date.now())).token,
    "what a page's next token is got with": async () =>
      (await signToken('renewal', person, Date.now(), { id: 'x', endsAt: 4e12, turn: 0 })).token,
    'a token that is over': async () => (await signToken('session', person, Date.now() - 16 * MINUTE)).token,
  };
  return Object.entries(shows).map(([title, token]) => ({ title, is: 'nobody', ask: withToken(token) }));
}

/** A signed-in person who is no staff. */
export const workerCaller = (title: string, person: string): Caller => ({
  title,
  is: 'worker',
  ask: withToken(tokenFor(person)),
});

/** One member of staff for every role at every level. */
export async function everyStaff(): Promise<Caller[]> {
  const callers: Caller[] = [];
  for (const role of Role.options) {
    for (const level of Object.keys(nodes) as Level[]) {
      const person = await personOf(`access-${role}-${level}`);
      await appoint(person, '某某', nodes[level], [role], '工发〔2026〕3号');
      callers.push({
        title: `${role}, ${level}`,
        is: 'staff',
        role,
        level,
        ask: withToken(tokenFor(person)),
      });
    }
  }
  return callers;
}

/** A reviewer at the node itself, or elsewhere, and how to take the role away. */
export async function revocable(level: Level = 'own'): Promise<{
  person: string;
  caller: Caller;
  revoke: () => Promise<void>;
  restore: () => Promise<void>;
}> {
  const person = await personOf('access-revocable');
  const token = await tokenFor(person)();
  const hold = (roles: Role[]) => appoint(person, '某某', nodes[level], roles, '工发〔2026〕3号');
  await hold(['reviewer']);
  const caller: Caller = {
    title: 'revocable',
    is: 'staff',
    role: 'reviewer',
    level,
    ask: withToken(async () => token),
  };
  return { person, caller, revoke: () => hold([]), restore: () => hold(['reviewer']) };
}

/** Somebody of the staff with every role, on a web page, and how to sign the page out with their phone. */
export async function onWeb(
  level: Level = 'own',
): Promise<{ caller: Caller; signOut: () => Promise<unknown> }> {
  const person = await personOf('access-on-web');
  await appoint(person, '某某', nodes[level], Role.options, '工发〔2026〕3号');
  const phone = { id: person, call: actingFor(person) };
  const { token, signIn } = await webLogin(phone);
  const caller: Caller = { title: 'on the web', is: 'staff', ask: withToken(async () => token) };
  return { caller, signOut: () => phone.call('endSignIn', { id: signIn }) };
}
