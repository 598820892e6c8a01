import { codeIn } from '@niangjia/shared/pairing';
import { MINUTE, SECOND } from '@niangjia/shared/time';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Acting, actingAs } from '../../../dev/api.ts';
import { seed } from '../../../functions/seed.ts';
import { hasten, hastenedTime } from '../../test/haste.ts';
import { fireEvent, openApp, screen, see, tap, waitFor } from '../../test/phone.tsx';
import { scanned } from '../../test/scanned.ts';
import { network, stack } from '../../test/taro.ts';

/** The published page: nobody of the cast can be acted as, so a phone signs it in. */
process.env.TARO_APP_DEMO = '';

let limin: Acting;

// A page asks for its login every two seconds, and its queue every four.
hasten(2 * SECOND, 4 * SECOND);

beforeAll(async () => {
  await seed();
  limin = await actingAs('limin');
});
afterEach(() => {
  vi.useRealTimers();
  looksAway(false);
});

function looksAway(away: boolean): void {
  Object.defineProperty(document, 'visibilityState', {
    value: away ? 'hidden' : 'visible',
    configurable: true,
  });
  document.dispatchEvent(new window.Event('visibilitychange'));
}

const later = (milliseconds: number) =>
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + milliseconds });
const asked = (path: string) => network.calls.filter((call) => call.path === path).length;

/** The code on the screen, read as a phone reads it. */
async function shownCode(): Promise<string> {
  const picture = await screen.findByAltText<HTMLImageElement>('登录用的二维码', {}, { timeout: 5000 });
  return codeIn(scanned(picture.src) ?? '') ?? '';
}
async function opensQueue(): Promise<string> {
  network.calls = [];
  openApp('limin', '/joining/desk/queue');
  return shownCode();
}
const confirm = (code: string, phone: Acting = limin) => phone('confirmPairing', { code });

describe('a page of the staff that nobody is signed in on', () => {
  test('shows a code, and goes on by itself once a phone has confirmed it', async () => {
    const code = await opensQueue();
    expect(code).toHaveLength(22);
    expect((await confirm(code)).status).toBe(200);
    await see('这里没有人在等');
    expect(screen.queryByText('用手机扫码登录')).toBeNull();
    expect(asked('/pairings')).toBe(1);
    expect(asked('/logins')).toBe(0);
  });

  test('asks every two seconds while it is looked at, and not while it is not', async () => {
    const code = await opensQueue();
    looksAway(true);
    await hastenedTime(2.5 * SECOND);
    const before = asked('/pairings/login');
    await hastenedTime(3 * SECOND);
    expect(asked('/pairings/login')).toBe(before);
    await confirm(code);
    looksAway(false);
    await see('这里没有人在等');
    expect(asked('/pairings/login')).toBe(before + 1);
  }, 20_000);

  test('says when the code is over, asks no more, and offers another', async () => {
    const code = await opensQueue();
    later(2 * MINUTE);
    await see('二维码过期了');
    const before = asked('/pairings/login');
    await hastenedTime(2.5 * SECOND);
    expect(asked('/pairings/login')).toBe(before);
    await tap('换一个二维码');
    const another = await shownCode();
    expect(another).not.toBe(code);
    await confirm(another);
    await see('这里没有人在等');
  }, 20_000);

  test('says that there is no network, and goes on when there is', async () => {
    const code = await opensQueue();
    await waitFor(() => expect(asked('/pairings/login')).toBe(1));
    network.mishaps = ['offline'];
    await see(/网络没有连上/);
    await waitFor(() => expect(screen.queryByText(/网络没有连上/)).toBeNull(), { timeout: 5000 });
    await confirm(code);
    await see('这里没有人在等');
  }, 20_000);

  test('gets its login although the answer was lost', async () => {
    const code = await opensQueue();
    await waitFor(() => expect(asked('/pairings/login')).toBe(1));
    await confirm(code);
    network.mishaps = ['lostReply'];
    await see('这里没有人在等');
    expect(asked('/pairings')).toBe(1);
  }, 20_000);
});

describe('a page that was signed in', () => {
  async function works(): Promise<void> {
    await limin('endSignIns', {});
    await confirm(await opensQueue());
    await see('这里没有人在等');
    network.calls = [];
  }

  test('keeps what it needs in this tab alone, and nothing else of the sign-in', async () => {
    await works();
    expect(sessionStorage.getItem('login')).toContain('renewal');
    expect(Object.keys(localStorage)).toEqual([]);
  });

  test('renews by itself before its token ends', async () => {
    await works();
    later(20 * MINUTE);
    await waitFor(() => expect(asked('/sign-ins/renewal')).toBe(1), { timeout: 8000 });
    await waitFor(() => expect(asked('/queues') + asked('/applications')).toBeGreaterThan(0));
    expect(asked('/pairings')).toBe(0);
  }, 20_000);

  test('that is signed out on the phone says so at its next request, and goes on after another scan', async () => {
    await works();
    const [here] = (await limin('listSignIns', {})).body.signIns;
    await limin('endSignIn', { id: here?.id ?? '' });
    await see(/登录已经结束，请重新扫码/);
    // Nobody who passes by can do anything to the page behind.
    const [sessions] = screen.getAllByText('沟通会');
    if (!sessions) throw new Error('the page behind is gone');
    fireEvent.click(sessions);
    fireEvent.keyDown(sessions, { key: 'Enter' });
    expect(stack.pages.map(({ path }) => path)).toEqual(['/joining/desk/queue']);
    await confirm(await shownCode());
    await waitFor(() => expect(screen.queryByText('用手机扫码登录')).toBeNull(), { timeout: 5000 });
    await see('这里没有人在等');
  }, 20_000);
});

test('a web page has no WeChat to bind: it sends one to the phone, and opens no sign-in for it', async () => {
  network.calls = [];
  openApp('zhaomin', '/joining/help/bind');
  await see('请用您手机上的微信来绑定');
  expect(network.calls).toEqual([]);
  await tap('返回首页');
  await see('用手机扫码登录');
});
