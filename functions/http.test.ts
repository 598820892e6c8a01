import { orgs } from '@niangjia/shared/cast';
import { contracts } from '@niangjia/shared/contracts';
import { Refusal } from '@niangjia/shared/refusal';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { actingAs, call, newKey, send, tokenOf } from '../dev/api.ts';
import { openApi } from './openApi.ts';
import { seed } from './seed.ts';
import * as table from './table.ts';

beforeAll(seed);
afterEach(() => {
  vi.restoreAllMocks();
});

const post = async (body: string, headers: Record<string, string> = {}) => {
  const token = await tokenOf('wangfang');
  const url = '/applications/mine/withdrawal';
  const answer = await send({
    method: 'POST',
    url,
    headers: { authorization: `Bearer ${token}`, 'idempotency-key': newKey(), ...headers },
    body,
  });
  return { ...answer, json: JSON.parse(answer.body) };
};

describe('a request', () => {
  it.each([
    ['text that is no JSON', '{', 400, 'INVALID'],
    ['a list', '[]', 400, 'INVALID'],
    ['a body over 256 KiB', JSON.stringify({ words: '字'.repeat(90_000) }), 400, 'BODY_TOO_LARGE'],
    ['nothing', '', 409, 'NOTHING_TO_WITHDRAW'],
  ])('with %s', async (_what, body, status, code) => {
    const answer = await post(body);
    expect([answer.status, answer.json.code]).toEqual([status, code]);
    expect(answer.json).toMatchObject({
      message: expect.stringMatching(/。$/),
      requestId: expect.any(String),
    });
  });

  it('without a usable key is told so where the key matters', async () => {
    const answer = await post('{}', { 'idempotency-key': 'short' });
    expect(answer.json.code).toBe('KEY_MISSING');
  });

  it.each([
    ['no token', undefined],
    ['a token of our making for something else', 'card'],
    ['a token of anybody’s making', 'made.up.token'],
  ])('with %s is asked to sign in', async (_what, token) => {
    const { signToken } = await import('./tokens.ts');
    const sent = token === 'card' ? (await signToken('card', 'somebody', Date.now())).token : token;
    const answer = await call('getCard', {}, sent);
    expect([answer.status, answer.refusal?.code]).toEqual([401, 'SIGN_IN']);
  });

  it('with a bad login code is told to come in again', async () => {
    expect((await call('signIn', { code: 'nobody' })).refusal?.code).toBe('WECHAT_CODE');
  });
});

describe('an answer', () => {
  it('carries headers that keep it private, and lets only our pages read it', async () => {
    const ours = await send({ method: 'GET', url: '/health', headers: { origin: 'http://localhost:8080' } });
    expect(ours.headers).toMatchObject({
      'access-control-allow-origin': 'http://localhost:8080',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
    const theirs = await send({
      method: 'GET',
      url: '/health',
      headers: { origin: 'https://elsewhere.example' },
    });
    expect(theirs.headers).not.toHaveProperty('access-control-allow-origin');
  });

  it('says when to come back, where that is known', async () => {
    const headers = { authorization: `Bearer ${await tokenOf('zhaomin')}` };
    const guesses = Array.from({ length: 21 }, () =>
      send({ method: 'GET', url: '/sessions/guess', headers }),
    );
    const stopped = (await Promise.all(guesses)).filter(({ status }) => status === 429);
    expect(stopped.map((answer) => answer.headers['retry-after'])).toEqual(['3600']);
  });

  it('says what it cost in development only', async () => {
    expect((await send({ method: 'GET', url: '/health' })).headers['x-cost']).toBe(
      'writes=0;reads=0.5;calls=1;trips=1',
    );
    vi.stubEnv('STAGE', 'prod');
    expect((await send({ method: 'GET', url: '/health' })).headers).not.toHaveProperty('x-cost');
    vi.unstubAllEnvs();
  });

  it('has no more than the contract names', async () => {
    const limin = await actingAs('limin');
    const { body } = await limin('listStaff', { org: orgs.xinjiekouJoint.id });
    expect(Object.keys(body.staff[0] ?? {}).sort()).toEqual(['id', 'name', 'roles']);
  });

  it('that is a no says what is declared of it, and not by whose id', async () => {
    const details = { outcome: 'approved', by: 'somebody' };
    vi.spyOn(table.documents, 'send').mockRejectedValue(new Refusal('ALREADY_DECIDED', details));
    const answer = await send({ method: 'GET', url: '/health' });
    expect([answer.status, JSON.parse(answer.body).details]).toEqual([409, { outcome: 'approved' }]);
  });

  it('to a fault of ours has no detail, and the log neither name nor number', async () => {
    const secret = '王芳 110102199103021248';
    vi.spyOn(table.documents, 'send').mockRejectedValue(new Error(secret));
    const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
    const answer = await send({ method: 'GET', url: '/health' });
    expect([answer.status, JSON.parse(answer.body).code]).toEqual([500, 'FAILED']);
    expect(answer.body).not.toContain('王芳');
    expect(logged).toHaveBeenCalledTimes(1);
    expect(JSON.stringify(logged.mock.calls)).not.toContain('王芳');
  });

  it('is logged on one line, without the token, the body or an id', async () => {
    const lines = vi.spyOn(console, 'log').mockImplementation(() => {});
    await post('{}');
    const line = JSON.parse(String(lines.mock.calls.at(-1)?.[0]));
    expect(line).toMatchObject({ endpoint: 'withdrawApplication', status: 409, code: 'NOTHING_TO_WITHDRAW' });
    expect(Object.keys(line).sort()).toEqual(
      ['calls', 'code', 'endpoint', 'level', 'ms', 'reads', 'requestId', 'status', 'trips', 'writes'].sort(),
    );
  });
});

describe('the OpenAPI document', () => {
  const document = openApi(contracts) as unknown as {
    paths: Record<string, Record<string, { operationId: string }>>;
  };

  it('names every endpoint once', () => {
    const named = Object.values(document.paths).flatMap((path) =>
      Object.values(path).map((each) => each.operationId),
    );
    const all = Object.values(contracts).flatMap(Object.keys);
    expect(named.sort()).toEqual(all.sort());
  });

  it('is served as it is', async () => {
    const served = await send({ method: 'GET', url: '/openapi.json' });
    expect(JSON.parse(served.body)).toEqual(JSON.parse(JSON.stringify(document)));
  });
});
