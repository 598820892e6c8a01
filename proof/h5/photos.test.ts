import { readFileSync } from 'node:fs';
import { castVenues } from '@niangjia/shared/castVenues';
import { tellingJpeg, tellingPng, tellingWebp } from '@niangjia/shared/photos/dirtied';
import { clean } from '@niangjia/shared/photos/photo';
import { alphaSpecimen, losslessSpecimen } from '@niangjia/shared/photos/specimens';
import { venues } from '@niangjia/shared/venues/contract';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { callAs } from '../../dev/client.ts';
import type { Stack } from '../../dev/stack.ts';
import type { Guard } from '../openApi/guard.ts';
import { startGuarded } from './guarded.ts';
import { openWindow } from './window.ts';

/** A keeper sends a photo as a camera leaves it, over a network that breaks; a member sees it. */

let stack: Stack;
let guard: Guard;
let browser: Browser;

const venue = castVenues.xinjiekouHome;
const place = 'N39.9421 E116.3699';
/** Larger than a phone sends, and telling where it was taken. */
const taken = Buffer.from(
  tellingJpeg(place, 1, readFileSync(new URL('../../dev/pictures/rest.jpg', import.meta.url))),
);

beforeAll(async () => {
  ({ stack, guard, browser } = await startGuarded({ h5: 'built', demo: 'people' }));
});
afterAll(async () => {
  await Promise.all([browser?.close(), stack?.stop()]);
});

it('is a picture that browsers show, as it was held', async () => {
  const page = await browser.newPage();
  const shown = (type: string, bytes: Uint8Array) =>
    page.evaluate(
      async (address) => {
        const picture = await createImageBitmap(await (await fetch(address)).blob());
        return [picture.width, picture.height];
      },
      `data:${type};base64,${Buffer.from(clean(type, bytes).bytes).toString('base64')}`,
    );
  for (const [type, bytes] of [
    ['image/jpeg', tellingJpeg(place)],
    ['image/png', tellingPng(place)],
    ['image/webp', tellingWebp(place)],
    ['image/webp', losslessSpecimen],
    ['image/webp', alphaSpecimen],
  ] as const)
    expect(await shown(type, bytes)).toEqual([24, 16]);
  expect(await shown('image/jpeg', tellingJpeg(place, 6))).toEqual([16, 24]);
  await page.close();
});

it('is sent again after a lost connection, shown to members, and says nothing of where it was taken', async () => {
  const { api, h5, photos } = stack.addresses;
  const keeper = await openWindow(browser, h5, api, 'tianyu', 'phone');
  await keeper.go('/venues/keeper/photos');
  const sees = (text: string) => keeper.page.getByText(text).filter({ visible: true }).first().waitFor();
  await sees('还没有照片');
  const puts: string[] = [];
  await keeper.page.route(`${photos}/incoming/**`, (route, request) => {
    if (request.method() === 'PUT') puts.push(request.url());
    return puts.length === 1 ? route.abort() : route.continue();
  });
  const chooser = keeper.page.waitForEvent('filechooser');
  await keeper.page.getByRole('button', { name: '添加照片' }).last().click();
  await (await chooser).setFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: taken });
  await sees('没有传上去');
  await keeper.picture('photos-1-lost');
  await keeper.page.getByRole('button', { name: '再试一次' }).last().click();
  await sees('照片 1 张');
  // The same address, which was good still.
  expect(puts).toHaveLength(2);
  expect(puts[1]).toBe(puts[0]);
  await keeper.type('第 1 张拍的是', '骑手休息室');
  await keeper.page.keyboard.press('Tab');
  await keeper.page.getByRole('button', { name: '骑手休息室 删除' }).waitFor();
  await keeper.picture('photos-2-kept');
  expect(keeper.errors.filter((error) => !error.includes('ERR_FAILED'))).toEqual([]);

  const member = await openWindow(browser, h5, api, 'wangfang', 'phone');
  await member.go(`/venues/about?venue=${venue.id}`);
  const shown = member.page.getByAltText('骑手休息室');
  await shown.waitFor();
  await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1200);
  await member.picture('photos-3-shown');
  expect(member.errors).toEqual([]);

  const { venue: page } = await (await callAs(api, 'wangfang'))(venues.getVenue, { venue: venue.id });
  const stored = Buffer.from(await (await fetch(page.photos[0]?.url ?? '')).arrayBuffer());
  for (const trace of [place, 'Exif', 'ICC_PROFILE', 'http://ns.adobe.com']) {
    expect(taken.includes(trace)).toBe(true);
    expect(stored.includes(trace)).toBe(false);
  }
  await Promise.all([keeper.close(), member.close()]);
});

it('the app asked and the API answered as the API describes itself', () => {
  expect(guard.judged).toBeGreaterThan(5);
  expect(guard.badRequests).toEqual([]);
  expect(guard.badAnswers).toEqual([]);
});
