import { HOUR } from '@niangjia/shared/time';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { newKey, send } from '../dev/api.ts';
import { newId } from '../functions/secrets.ts';
import { seed } from '../functions/seed.ts';
import { signToken } from '../functions/tokens.ts';
import { seeded } from './seeded.ts';
import { type Actor, applied, approval, openedSession, staffActor, type Worker, worker } from './world.ts';

/** Guesses in all: 500 in the short form, 10⁵ by PROOF_GUESSES. */
const GUESSES = Number(process.env.PROOF_GUESSES ?? 500);
/** Wrong codes an account may try in an hour. */
const ALLOWED = 20;

let code: string;
let token: string;
let member: Worker;

beforeAll(async () => {
  vi.spyOn(console, 'log').mockReturnValue();
  // Guesses are counted by the hour: a whole hour is this test's own, and its tokens do not end.
  vi.useFakeTimers({ toFake: ['Date'], now: Math.floor(Date.now() / HOUR) * HOUR + HOUR / 2 });
  await seed();
  const reviewer = await staffActor('limin');
  code = await openedSession(reviewer);
  member = await worker(1);
  const id = await applied(code, member);
  await reviewer.call('decideApplication', { id, ...approval });
  token = (await member.call('issueCardToken', {})).body.token;
});
afterAll(() => {
  vi.useRealTimers();
});
beforeEach(() => {
  vi.spyOn(console, 'log').mockReturnValue();
});

interface Told {
  status: number;
  body: string;
  headers: string;
}

/** Asks as a person would, and keeps all that they could tell answers apart by. */
async function ask(who: Actor, method: string, url: string, body?: object): Promise<Told> {
  const session = await signToken('session', who.id, Date.now());
  const headers = { authorization: `Bearer ${session.token}`, 'idempotency-key': newKey() };
  const answer = await send({ method, url, headers, body: body && JSON.stringify(body) });
  const { 'x-request-id': _, ...rest } = answer.headers;
  const told = answer.body.replace(/"requestId":"[0-9a-f]{16}"/, '"requestId":""');
  return { status: answer.status, body: told, headers: JSON.stringify(rest) };
}

const guessCode = (who: Actor, guess: string) => ask(who, 'GET', `/sessions/${guess}`);
const guessToken = (who: Actor, guess: string) => ask(who, 'POST', '/card/verifications', { token: guess });

/** Codes as a stranger would try them: made up, near a real one, too short, too long. */
function codes(random: () => number): string {
  const place = Math.floor(random() * 22);
  const near = `${code.slice(0, place)}${code[place] === 'A' ? 'B' : 'A'}${code.slice(place + 1)}`;
  return (
    [newId(), near, code.slice(0, 21), `${code}A`, code.toLowerCase()][Math.floor(random() * 4)] ?? newId()
  );
}

/** Tokens with a changed subject, signature or head, and made-up ones. */
function tokens(random: () => number): string {
  const [head = '', claims = '', signature = ''] = token.split('.');
  const forged = Buffer.from(JSON.stringify({ sub: member.id, aud: 'card', exp: 4e9 })).toString('base64url');
  const none = Buffer.from('{"alg":"none"}').toString('base64url');
  const place = Math.floor(random() * (signature.length - 1));
  const flipped = `${signature.slice(0, place)}${signature[place] === 'A' ? 'B' : 'A'}${signature.slice(place + 1)}`;
  const all = [
    `${head}.${forged}.${signature}`,
    `${none}.${forged}.`,
    `${head}.${claims}.${flipped}`,
    newId(),
  ];
  return all[Math.floor(random() * all.length)] ?? newId();
}

describe.each([
  ['session codes', 10_000, guessCode, codes, (told: Told) => told.status === 200],
  ['card tokens', 20_000, guessToken, tokens, (told: Told) => told.body.includes('"valid":true')],
] as const)('guessing %s', (_, first, guess, make, isHit) => {
  it('never hits, tells one answer before the limit and one after it, and stops only who guesses', async () => {
    const random = seeded(5);
    let hits = 0;
    const before = new Set<string>();
    const after = new Set<string>();
    for (let done = 0, account = 0; done < GUESSES; account++) {
      const stranger = await worker(first + account);
      for (let tried = 0; tried < ALLOWED * 2.5 && done < GUESSES; tried++, done++) {
        const told = await guess(stranger, make(random));
        if (isHit(told)) hits += 1;
        (tried < ALLOWED ? before : after).add(JSON.stringify(told));
      }
    }
    expect({ hits, before: before.size, after: after.size }).toEqual({ hits: 0, before: 1, after: 1 });
    expect([...before][0]).not.toContain('TOO_MANY_GUESSES');
    expect([...after][0]).toContain('TOO_MANY_GUESSES');
    // Another account from the same place goes on, and a real code still opens for it.
    const neighbour = await worker(first - 1);
    expect(JSON.stringify(await guess(neighbour, make(random)))).toBe([...before][0]);
    expect(await guessCode(neighbour, code)).toMatchObject({ status: 200 });
  });
});

it('negative control: the real code and the real token are hits', async () => {
  const neighbour = await worker(9_998);
  const fresh = (await member.call('issueCardToken', {})).body.token;
  expect(await guessCode(neighbour, code)).toMatchObject({ status: 200 });
  expect((await guessToken(neighbour, fresh)).body).toContain('"valid":true');
});
