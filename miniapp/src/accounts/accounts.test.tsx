import { pairingText } from '@niangjia/shared/pairing';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Acting, actingAs, call } from '../../../dev/api.ts';
import { seed } from '../../../functions/seed.ts';
import { waitingPage, webLogin } from '../../../proof/world.ts';
import { screen, see, takePhone, tap, waitFor } from '../../test/phone.tsx';

let limin: Acting;
let id: string;

beforeAll(async () => {
  await seed();
});
beforeEach(async () => {
  limin = await actingAs('limin');
  id = (await call('signIn', { code: 'demo-limin' })).body.person.id;
  await limin('endSignIns', {});
});

/** Holds the camera of this phone before a code. */
function holdBefore(text: string): void {
  localStorage.setItem('shownCode', text);
}

describe('signing a computer in', () => {
  test('shows what and as whom before it is confirmed, and then it is', async () => {
    const page = await waitingPage();
    takePhone('limin', '/accounts/confirm');
    holdBefore(pairingText(page.code));
    await tap('扫一扫');
    await see('要登录这台电脑吗？');
    await see('Windows 电脑的 Edge 浏览器');
    await see('新街口街道新就业形态联合工会 · 审核');
    await see(/如果不是您本人在电脑前，请不要确认/);
    expect((await call('takePairing', page)).body.status).toBe('waiting');
    await tap('是我，确认登录');
    await see(/电脑上可以用了/);
    expect((await call('takePairing', page)).body.status).toBe('signedIn');
    await tap('登录着的电脑');
    await see('在 1 处登录着');
  });

  test('“不是我” leaves the page waiting', async () => {
    const page = await waitingPage();
    takePhone('limin', '/accounts/confirm');
    holdBefore(pairingText(page.code));
    await tap('扫一扫');
    await tap('不是我');
    await see('扫一下电脑上的二维码');
    expect((await call('takePairing', page)).body.status).toBe('waiting');
  });

  test('a code of something else is not taken for one', async () => {
    takePhone('limin', '/accounts/confirm');
    holdBefore('https://example.com/');
    await tap('扫一扫');
    await see(/没有认出登录用的二维码/);
  });

  test('a worker is told who the web is for', async () => {
    const { code } = await waitingPage();
    takePhone('wangfang', '/accounts/confirm');
    holdBefore(pairingText(code));
    await tap('扫一扫');
    await see(/电脑网页是工会干部的工作台/);
  });

  test('whoever was second is told, and scans another', async () => {
    const [page, another] = [await waitingPage(), await waitingPage()];
    takePhone('limin', '/accounts/confirm');
    holdBefore(pairingText(page.code));
    await tap('扫一扫');
    await see('要登录这台电脑吗？');
    await (await actingAs('zhaoqiang'))('confirmPairing', { code: page.code });
    await tap('是我，确认登录');
    await see(/已经有人确认过了/);
    holdBefore(pairingText(another.code));
    await tap('再扫一次');
    await waitFor(() => expect(screen.queryByText(/已经有人确认过了/)).toBeNull());
    await see('要登录这台电脑吗？');
  });
});

describe('where somebody is signed in', () => {
  test('one is signed out, then all', async () => {
    for (let i = 0; i < 3; i++) await webLogin({ id, call: limin });
    takePhone('limin', '/accounts/signIns');
    await see('在 3 处登录着');
    const [first] = await screen.findAllByRole('button', { name: '退出 Windows 电脑的 Edge 浏览器' });
    first?.click();
    await see('在 2 处登录着');
    await tap('全部退出');
    await see('没有在电脑上登录');
    expect((await limin('listSignIns', {})).body.signIns).toEqual([]);
    await tap('扫码登录电脑');
    await see('扫一下电脑上的二维码');
  });

  test('is reached from home by staff, and by nobody else', async () => {
    takePhone('limin', '/home');
    await tap('扫码登录电脑');
    await see('扫一下电脑上的二维码');
    takePhone('wangfang', '/home');
    await see('申请入会');
    expect(screen.queryByText('扫码登录电脑')).toBeNull();
  });
});
