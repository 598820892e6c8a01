import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Stack } from '../../dev/stack.ts';
import type { Guard } from '../openApi/guard.ts';
import { startGuarded } from './guarded.ts';
import { openWindow, sees } from './window.ts';

/** What a reviewer does is found by the auditor of that district and not of another: in real windows, over the demo. */

let stack: Stack;
let guard: Guard;
let browser: Browser;
type Window = Awaited<ReturnType<typeof openWindow>>;
let city: Window;
let haidian: Window;

const open = (who: Parameters<typeof openWindow>[3], size: 'phone' | 'desk') =>
  openWindow(browser, stack.addresses.h5, stack.addresses.api, who, size);
const button = (window: Window, name: string | RegExp) =>
  window.page.getByRole('button', { name }).filter({ visible: true }).first();
const row = (window: Window, text: RegExp) =>
  window.page.getByRole('row').filter({ hasText: text, visible: true });

beforeAll(async () => {
  ({ stack, guard, browser } = await startGuarded({ h5: 'built', demo: 'session' }));
  [city, haidian] = [await open('sunjing', 'desk'), await open('heyan', 'phone')];
});
afterAll(async () => {
  await Promise.all([browser?.close(), stack?.stop()]);
});

it('a decision and the look before it are found in their district, and not in another', async () => {
  const limin = await open('limin', 'desk');
  await limin.go(`/joining/desk/queue?session=${stack.session}`);
  await button(limin, '张* 打开看全部').click();
  await sees(limin, '打开已记录');
  await limin.page.getByRole('radio', { name: '当面核对了证件' }).click();
  await button(limin, '已核对证件，通过').click();
  await sees(limin, /已通过，会员卡号/);
  expect(limin.errors).toEqual([]);
  await limin.close();

  await city.go('/joining/audit/decisions?outcome=application.approved');
  const decision = row(city, /李敏/).filter({ hasText: '张*' });
  // The lists come a moment after the decision.
  const look = async () => {
    await city.page.reload();
    await row(city, /待审核 → 已通过/)
      .first()
      .waitFor();
    return decision.count();
  };
  await expect.poll(look, { timeout: 15_000 }).toBe(1);
  expect(await decision.textContent()).toMatch(/3701\*{10}.*待审核 → 已通过.*当面核对了证件.*审核/);
  await city.picture('audit-1-decisions');
  await city.go('/joining/audit/disclosures');
  await row(city, /张\*.*审核申请.*李敏/).waitFor();
  await city.picture('audit-2-disclosures');

  await haidian.go('/joining/audit/decisions');
  await sees(haidian, '吴刚');
  await haidian.picture('audit-3-decisions-phone');
  expect(await haidian.page.getByText('李敏').count()).toBe(0);
  await haidian.go('/joining/audit/disclosures');
  await sees(haidian, '这里还没有记录');
});

it('a reviewer faster than people can look is told of, with the decisions behind it', async () => {
  await haidian.go('/joining/audit/paces');
  await sees(haidian, /通过 12 位/);
  await haidian.picture('audit-4-paces-phone');
  await button(haidian, '吴刚 看这些决定').click();
  await sees(haidian, '只看 吴刚 ✕');
});

it('a member who was drawn is called back, the number shown to who took it alone', async () => {
  await city.go('/joining/audit/callBacks');
  // The lot may have drawn others as well.
  await sees(city, /\d 位会员要回访/);
  expect(await city.page.getByText('139 0000').count()).toBe(0);
  await button(city, '冯** 打电话').click();
  await sees(city, /^139 0000 \d{4}$/);
  await city.page.getByRole('radio', { name: '是本人申请的' }).click();
  await city.picture('audit-5-call-back');
  await button(city, '记下结果').click();
  await sees(city, '记下了：是本人申请的');
  await button(city, '看下一位').click();
  await sees(city, /要回访的?/);
  await expect.poll(() => city.page.getByText('冯**').filter({ visible: true }).count()).toBe(0);
  expect([...city.errors, ...haidian.errors]).toEqual([]);
});

it('every answer was as the API describes it', () => {
  expect(guard.badRequests).toEqual([]);
  expect(guard.badAnswers).toEqual([]);
});
