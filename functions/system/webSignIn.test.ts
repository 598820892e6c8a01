import { randomBytes } from 'node:crypto';
import { type CastName, orgs, staff } from '@niangjia/shared/cast';
import { HOUR, MINUTE, SECOND } from '@niangjia/shared/time';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Acting, actingAs, call } from '../../dev/api.ts';
import { openidOf } from '../../dev/wechatCodes.ts';
import { sabotaged } from '../../proof/layers/sabotage.ts';
import { startStaleReads } from '../../proof/layers/staleReads.ts';
import { personOf } from '../accounts.ts';
import { digestOf, newId } from '../secrets.ts';
import { seed } from '../seed.ts';
import { appoint, endSignIns } from '../staff.ts';

beforeAll(seed);
afterEach(() => {
  vi.useRealTimers();
});

const browser = { family: 'edge', system: 'windows' } as const;
const later = (milliseconds: number) =>
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + milliseconds });

/** A page that shows a code and keeps its secret. */
async function page() {
  const secret = randomBytes(16).toString('hex');
  const opened = await call('openPairing', { secretHash: digestOf(secret), browser });
  const { code, expiresAt } = opened.body;
  const take = () => call('takePairing', { code, secret });
  const login = async () => {
    const { body } = await take();
    if (body.status !== 'signedIn') throw new Error('nobody has confirmed');
    return body;
  };
  return { code, expiresAt, secret, take, login };
}

/** Somebody signs a page in with their phone. */
async function signedIn(phone: Acting) {
  const opened = await page();
  await phone('confirmPairing', { code: opened.code });
  return { ...opened, ...(await opened.login()) };
}

const queueOf = (token: string) => call('listApplications', { org: orgs.xinjiekouJoint.id }, token);
const listed = async (phone: Acting) => (await phone('listSignIns', {})).body.signIns;
const freshPhone = async (name: CastName) => {
  const phone = await actingAs(name);
  await phone('endSignIns', {});
  return phone;
};

describe('a page', () => {
  it('waits, is looked at and confirmed on a phone, and works', async () => {
    const phone = await freshPhone('limin');
    const opened = await page();
    expect(opened.expiresAt - Date.now()).toBeGreaterThan(110 * SECOND);
    expect((await opened.take()).body).toEqual({ status: 'waiting' });
    const { body: seen } = await phone('inspectPairing', { code: opened.code });
    expect(seen).toMatchObject({
      browser,
      staff: [{ role: 'reviewer', org: { name: orgs.xinjiekouJoint.name } }],
    });
    expect((await opened.take()).body).toEqual({ status: 'waiting' });
    expect((await phone('confirmPairing', { code: opened.code })).body).toEqual({ status: 'confirmed' });
    const login = await opened.login();
    expect(login).toMatchObject({ person: { id: expect.any(String) }, staff: seen.staff });
    expect((await queueOf(login.token)).status).toBe(200);
    expect(await listed(phone)).toMatchObject([{ id: login.signIn, browser, here: false }]);
    const own = await call('listSignIns', {}, login.token);
    expect(own.body.signIns).toMatchObject([{ id: login.signIn, here: true }]);
  });

  it('asks for half a read unit', async () => {
    expect((await (await page()).take()).cost).toEqual({ writes: 0, reads: 0.5, calls: 1, trips: 1 });
  });

  it('gets the same code when the answer was lost', async () => {
    const secretHash = digestOf(randomBytes(16).toString('hex'));
    const [one, two] = [
      await call('openPairing', { secretHash, browser }),
      await call('openPairing', { secretHash, browser }),
    ];
    expect(two.body).toEqual(one.body);
  });

  it('gets the same sign-in when the answer was lost, and never a second one', async () => {
    const phone = await freshPhone('limin');
    const opened = await signedIn(phone);
    expect(await opened.login()).toMatchObject({ signIn: opened.signIn, renewal: opened.renewal });
    expect(await listed(phone)).toHaveLength(1);
    later(2 * MINUTE);
    expect((await opened.take()).refusal?.code).toBe('PAIRING_OVER');
  });

  it('is not signed in again by an answer that comes late, once it was signed out', async () => {
    const phone = await freshPhone('limin');
    const opened = await signedIn(phone);
    await phone('endSignIn', { id: opened.signIn });
    expect((await opened.take()).refusal?.code).toBe('PAIRING_OVER');
    expect(await listed(phone)).toEqual([]);
  });

  it('of somebody else, who only saw the code, gets nothing', async () => {
    const phone = await actingAs('limin');
    const { code } = await page();
    await phone('confirmPairing', { code });
    const other = await call('takePairing', { code, secret: randomBytes(16).toString('hex') });
    const nowhere = await call('takePairing', { code: newId(), secret: randomBytes(16).toString('hex') });
    const told = ({ status, body }: typeof other) => ({ status, body: { ...body, requestId: '' } });
    expect(other.refusal?.code).toBe('PAIRING_OVER');
    expect(told(other)).toEqual(told(nowhere));
  });

  it('that nobody confirms within two minutes is over, for the phone too', async () => {
    const phone = await actingAs('limin');
    const opened = await page();
    later(2 * MINUTE);
    expect((await opened.take()).refusal?.code).toBe('PAIRING_OVER');
    expect((await phone('inspectPairing', { code: opened.code })).refusal?.code).toBe('PAIRING_OVER');
    expect((await phone('confirmPairing', { code: opened.code })).refusal?.code).toBe('PAIRING_OVER');
  });

  it('is not told it is over by a read of a moment ago', async () => {
    const phone = await actingAs('limin');
    // Every read that may be stale is, and never catches up.
    const stale = await startStaleReads({ random: () => 0.9, now: () => 0 });
    try {
      const opened = await page();
      expect((await opened.take()).body).toEqual({ status: 'waiting' });
      later(2 * MINUTE - SECOND);
      await phone('confirmPairing', { code: opened.code });
      later(2 * SECOND);
      expect((await opened.take()).body).toMatchObject({ status: 'signedIn' });
      expect(stale.served()).toBeGreaterThan(0);
    } finally {
      stale.stop();
    }
  });
});

describe('a phone', () => {
  it('of a worker signs no page in, and is told why before and after', async () => {
    const worker = await actingAs('wangfang');
    const { code } = await page();
    expect((await worker('inspectPairing', { code })).refusal?.code).toBe('WEB_FOR_STAFF');
    expect((await worker('confirmPairing', { code })).refusal?.code).toBe('WEB_FOR_STAFF');
  });

  it('is the only thing that signs pages in: a page does not', async () => {
    const { token } = await signedIn(await freshPhone('limin'));
    const { code } = await page();
    expect((await call('inspectPairing', { code }, token)).refusal?.code).toBe('PHONE_ONLY');
    expect((await call('confirmPairing', { code }, token)).refusal?.code).toBe('PHONE_ONLY');
  });

  it.each([
    ['inspectPairing', 3],
    ['confirmPairing', 5],
  ] as const)('that guesses codes with %s is stopped, and nobody else', async (endpoint, hours) => {
    // Guesses are counted by the hour: a whole hour is this test's own.
    vi.useFakeTimers({ toFake: ['Date'], now: (Math.floor(Date.now() / HOUR) + hours) * HOUR });
    const [guesser, other] = [await actingAs('zhouyun'), await actingAs('zhaoqiang')];
    const codes = [];
    for (let i = 0; i < 22; i++) codes.push((await guesser(endpoint, { code: newId() })).refusal?.code);
    expect(new Set(codes.slice(0, 20))).toEqual(new Set(['PAIRING_OVER']));
    expect(codes.slice(20)).toEqual(['TOO_MANY_GUESSES', 'TOO_MANY_GUESSES']);
    expect((await other(endpoint, { code: newId() })).refusal?.code).toBe('PAIRING_OVER');
  });
});

describe('two phones at once', () => {
  const confirmBoth = async () => {
    const phones = [await actingAs('limin'), await actingAs('zhaoqiang')];
    const opened = await page();
    const answers = await Promise.all(phones.map((phone) => phone('confirmPairing', { code: opened.code })));
    return { opened, phones, codes: answers.map(({ refusal }) => refusal?.code ?? 'confirmed') };
  };

  it('one signs the page in, the other is told', async () => {
    for (let round = 0; round < 10; round++) {
      const { opened, phones, codes } = await confirmBoth();
      expect(codes.toSorted()).toEqual(['PAIRING_TAKEN', 'confirmed']);
      const winner = phones[codes.indexOf('confirmed')];
      const { signIn } = await opened.login();
      expect((await winner?.('listSignIns', {}))?.body.signIns[0]?.id).toBe(signIn);
    }
  });

  it('negative control: without conditions both are told that they did', async () => {
    const rounds = await sabotaged('conditions', async () => [await confirmBoth(), await confirmBoth()]);
    expect(rounds.flatMap(({ codes }) => codes)).not.toContain('PAIRING_TAKEN');
  });
});

describe('twenty pages', () => {
  it('ask at once with one secret, and there is one sign-in', async () => {
    const phone = await freshPhone('limin');
    const opened = await page();
    await phone('confirmPairing', { code: opened.code });
    const answers = await Promise.all(Array.from({ length: 20 }, () => opened.take()));
    const signIns = answers.flatMap(({ body }) => (body.status === 'signedIn' ? body.signIn : []));
    // Whoever was overtaken twice is told to ask again, and is asked nothing else.
    const others = answers.flatMap(({ refusal }) => refusal?.code ?? []);
    expect(new Set(signIns).size).toBe(1);
    expect(others.filter((code) => code !== 'BUSY')).toEqual([]);
    expect(await listed(phone)).toHaveLength(1);
  });

  it('of twenty codes each get their own person, whatever order they ask in', async () => {
    const names = (Object.keys(staff) as CastName[]).slice(0, 5);
    const people = await Promise.all(names.map(async (name) => ({ name, phone: await freshPhone(name) })));
    const pages = await Promise.all(Array.from({ length: 20 }, page));
    const logins = await Promise.all(
      pages.map(async (opened, i) => {
        const who = people[i % people.length];
        const asked = opened.take();
        await who?.phone('confirmPairing', { code: opened.code });
        await asked;
        for (;;) {
          const { body, refusal } = await opened.take();
          if (refusal?.code === 'BUSY') continue;
          return { name: who?.name, person: body.status === 'signedIn' && body.person.id };
        }
      }),
    );
    for (const { name, person } of logins) expect(person).toBe(await personOf(openidOf(String(name))));
    for (const { phone } of people) expect(await listed(phone)).toHaveLength(4);
  });
});

describe('a web sign-in', () => {
  it.each([
    ['itself', (phone: Acting, id: string) => phone('endSignIn', { id })],
    ['all', (phone: Acting) => phone('endSignIns', {})],
  ])('that is ended, %s, is over at the next request of any kind', async (_what, finish) => {
    const phone = await freshPhone('limin');
    const { token, renewal, signIn } = await signedIn(phone);
    expect((await finish(phone, signIn)).body.signIns).toEqual([]);
    expect((await queueOf(token)).refusal?.code).toBe('WEB_SIGN_IN_OVER');
    expect((await call('getMyApplication', {}, token)).refusal?.code).toBe('WEB_SIGN_IN_OVER');
    expect((await call('renewSignIn', { renewal })).refusal?.code).toBe('WEB_SIGN_IN_OVER');
    expect((await phone('listApplications', { org: orgs.xinjiekouJoint.id })).status).toBe(200);
  });

  it('of somebody whose account is stopped ends too, on every page', async () => {
    const phone = await freshPhone('limin');
    const [one, two] = [await signedIn(phone), await signedIn(phone)];
    await endSignIns(one.person.id, Date.now());
    for (const { token } of [one, two]) expect((await queueOf(token)).refusal?.code).toBe('WEB_SIGN_IN_OVER');
  });

  it('is nobody else’s to end', async () => {
    const [limin, zhaoqiang] = [await freshPhone('limin'), await actingAs('zhaoqiang')];
    const { token, signIn } = await signedIn(limin);
    expect((await zhaoqiang('endSignIn', { id: signIn })).status).toBe(200);
    expect((await queueOf(token)).status).toBe(200);
  });

  it('stays when the roles change, and has no other roles than the person', async () => {
    const phone = await freshPhone('wugang');
    const { token, person, renewal } = await signedIn(phone);
    const hold = (roles: ['reviewer'] | []) =>
      appoint(person.id, '吴刚', orgs.zhongguancunJoint, roles, '工发〔2026〕1号');
    await hold([]);
    expect((await call('listApplications', { org: orgs.zhongguancunJoint.id }, token)).refusal?.code).toBe(
      'NOT_YOURS',
    );
    expect((await call('renewSignIn', { renewal })).refusal?.code).toBe('WEB_SIGN_IN_OVER');
    await hold(['reviewer']);
    expect((await call('listApplications', { org: orgs.zhongguancunJoint.id }, token)).status).toBe(200);
  });

  it('is one of five: a sixth ends the oldest', async () => {
    const phone = await freshPhone('limin');
    const pages = [];
    for (let i = 0; i < 6; i++) pages.push(await signedIn(phone));
    expect((await listed(phone)).map(({ id }) => id)).toEqual(
      pages
        .slice(1)
        .map(({ signIn }) => signIn)
        .toReversed(),
    );
    expect((await queueOf(pages[0]?.token ?? '')).refusal?.code).toBe('WEB_SIGN_IN_OVER');
  });

  it('costs no more at a staff request than a phone does', async () => {
    const phone = await freshPhone('limin');
    const { token } = await signedIn(phone);
    const org = orgs.xinjiekouJoint.id;
    expect((await queueOf(token)).cost).toEqual((await phone('listApplications', { org })).cost);
  });
});

describe('renewing', () => {
  const renew = (renewal: string) => call('renewSignIn', { renewal });

  it('goes on for twelve hours, and no longer', async () => {
    let login = await signedIn(await freshPhone('limin'));
    const first = login;
    for (const hours of [4, 4, 3]) {
      later(hours * HOUR);
      expect((await queueOf(login.token)).refusal?.code).toBe('SIGN_IN');
      login = { ...login, ...(await renew(login.renewal)).body };
      expect((await queueOf(login.token)).status).toBe(200);
    }
    later(HOUR - 5 * MINUTE);
    login = { ...login, ...(await renew(login.renewal)).body };
    expect(login.expiresAt - Date.now()).toBeLessThanOrEqual(5 * MINUTE);
    later(5 * MINUTE + SECOND);
    expect((await renew(login.renewal)).refusal?.code).toBe('WEB_SIGN_IN_OVER');
    expect(login.signIn).toBe(first.signIn);
  });

  it('is answered the same when the answer was lost', async () => {
    const { renewal } = await signedIn(await freshPhone('limin'));
    const [one, two] = [await renew(renewal), await renew(renewal)];
    expect(two.body.renewal).toBe(one.body.renewal);
    expect(two.cost.writes).toBe(0);
  });

  it('twenty times at once moves on once', async () => {
    const { renewal } = await signedIn(await freshPhone('limin'));
    const answers = await Promise.all(Array.from({ length: 20 }, () => renew(renewal)));
    const renewals = answers.flatMap(({ status, body }) => (status === 200 ? body.renewal : []));
    expect(new Set(renewals).size).toBe(1);
    expect((await renew(String(renewals[0]))).status).toBe(200);
  });

  it('with a secret that was used before ends the sign-in, for the thief and for the page', async () => {
    const { renewal } = await signedIn(await freshPhone('limin'));
    const { body } = await renew(renewal);
    later(2 * MINUTE);
    expect((await queueOf(body.token)).status).toBe(200);
    expect((await renew(renewal)).refusal?.code).toBe('WEB_SIGN_IN_OVER');
    expect((await queueOf(body.token)).refusal?.code).toBe('WEB_SIGN_IN_OVER');
    expect((await renew(body.renewal)).refusal?.code).toBe('WEB_SIGN_IN_OVER');
  });

  it.each(['a session token', 'anything else'])('takes no %s', async (what) => {
    const { token } = await signedIn(await freshPhone('limin'));
    const sent = what === 'a session token' ? token : 'made.up.token';
    expect((await renew(sent)).refusal?.code).toBe('WEB_SIGN_IN_OVER');
    expect((await queueOf(token)).status).toBe(200);
  });
});
