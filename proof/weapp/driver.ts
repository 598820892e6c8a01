import { mkdirSync } from 'node:fs';
import type { CastName } from '@niangjia/shared/cast';
import jsQR from 'jsqr';
import type { Browser, Locator, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import type { PageCount } from './host/counts.ts';
import type { Driven } from './host/host.ts';
import type { Fetched } from './host/packages.ts';
import type { ShareCard } from './host/pages.ts';
import type { Answer } from './host/wx/people.ts';
import type { HostServer } from './server.ts';

/** A phone with the mini-program in it, held by somebody of the cast. */

const pictures = new URL('../results/screens/', import.meta.url).pathname;

declare global {
  interface Window {
    driven: Driven;
  }
}

export interface Phone {
  readonly who: CastName;
  /** The host's page; everything of the mini-program's page on top is below `screen`. */
  readonly page: Page;
  readonly screen: Locator;
  /** Taps, fields typed into, and requests to the API, as the budgets count them. */
  readonly effort: { taps: number; fields: number; readonly calls: string[] };
  /** Errors printed or thrown, and what would have failed in WeChat. */
  readonly errors: string[];
  /** Opens the mini-program afresh, as from a link in a chat; with a scene as a scanned code does. */
  open(path: string, query?: string): Promise<void>;
  tap(text: string | RegExp): Promise<void>;
  /** Taps what the locator names. */
  tapOn(what: Locator): Promise<void>;
  type(label: string, text: string): Promise<void>;
  /** Types in the place of what stands in the field. */
  retype(label: string, text: string): Promise<void>;
  sees(text: string | RegExp): Promise<void>;
  /** Waits until the page on top has this title, which WeChat shows in the bar. */
  reaches(title: string): Promise<void>;
  /** Writes a picture of the screen under proof/results/screens/. */
  picture(name: string): Promise<void>;
  /** What a code on the screen says, read from its picture. */
  code(what: Locator): Promise<string>;
  /** What the next scan with this phone will read. */
  willScan(text: string): Promise<void>;
  /** The photo that is chosen next with this phone, as a data address. */
  willChoose(photo: string): Promise<void>;
  /** What is answered when WeChat asks whether it may send a message. */
  willAnswer(answer: Answer): Promise<void>;
  /** The templates that WeChat has asked this person for, question by question. */
  questions(): Promise<readonly (readonly string[])[]>;
  /** The card that WeChat's menu would send of the page on top; undefined where it offers none. */
  share(): Promise<ShareCard | undefined>;
  /** Lets the phone say where it is. */
  isAt(latitude: number, longitude: number): Promise<void>;
  /** What was put into the phone's calendar. */
  calendar(): Promise<readonly string[]>;
  toBackground(): Promise<void>;
  toForeground(): Promise<void>;
  /** Without any network until it is set back. */
  offline(on: boolean): Promise<void>;
  /** What every page opened so far has cost. */
  counts(): Promise<readonly PageCount[]>;
  /** The subpackages that came to this phone since it was opened. */
  packages(): Promise<readonly Fetched[]>;
  /** What the page on top was opened with. */
  query(): Promise<Readonly<Record<string, string>>>;
  close(): Promise<void>;
}

/** What WeChat reports as the way in: a code that was scanned, or anything else. */
const sceneOf = (query: string) => (/(^|&)scene=/.test(query) ? '1047' : '1001');

/** Takes a phone in the hand of somebody of the cast. */
export async function takePhone(browser: Browser, host: HostServer, who: CastName): Promise<Phone> {
  mkdirSync(pictures, { recursive: true });
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    hasTouch: true,
    isMobile: true,
    locale: 'zh-CN',
    timezoneId: 'America/New_York', // a phone set elsewhere must show Shanghai's times all the same
  });
  const page = await context.newPage();
  const effort: Phone['effort'] = { taps: 0, fields: 0, calls: [] };
  const errors: string[] = [];
  page.on('request', (request) => {
    const url = request.headers()['x-url'];
    if (url) effort.calls.push(`${request.method()} ${new URL(url, host.url).pathname}`);
  });
  page.on('pageerror', (error) => errors.push(error.stack ?? error.message));
  page.on('console', (message) => {
    // A refusal is an answer like any other; the browser prints its status as an error.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      errors.push(message.text());
  });
  const screen = page.locator('.page-frame:not([hidden])');
  const tapOn = async (what: Locator) => {
    effort.taps += 1;
    await what.tap();
  };
  const field = (label: string) =>
    screen
      .locator('.field')
      .filter({ has: page.getByText(label, { exact: true }) })
      .locator('input, textarea');
  return {
    who,
    page,
    screen,
    effort,
    errors,
    open: async (path, query = '') => {
      const asked = new URLSearchParams({ who, path, query, scene: sceneOf(query) });
      await page.goto(`${host.url}/?${asked}`);
    },
    tapOn,
    tap: (text) => tapOn(screen.getByText(text, { exact: typeof text === 'string' }).last()),
    type: async (label, text) => {
      effort.fields += 1;
      await tapOn(field(label));
      await page.keyboard.type(text);
    },
    retype: async (label, text) => {
      await tapOn(field(label));
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.type(text);
    },
    sees: (text) => screen.getByText(text).filter({ visible: true }).first().waitFor(),
    reaches: (title) => page.locator('#bar-title').getByText(title, { exact: true }).waitFor(),
    picture: async (name) => {
      await page.screenshot({ path: `${pictures}weapp-${name}.png` });
    },
    code: async (what) => {
      const { data, width, height } = PNG.sync.read(await what.screenshot());
      return jsQR(new Uint8ClampedArray(data), width, height)?.data ?? '';
    },
    willScan: (text) => page.evaluate((read) => void window.driven.hand.scans.push(read), text),
    willChoose: (photo) => page.evaluate((chosen) => void window.driven.hand.photos.push(chosen), photo),
    willAnswer: (answer) =>
      page.evaluate((said) => {
        window.driven.hand.answer = said;
      }, answer),
    questions: () => page.evaluate(() => window.driven.hand.questions),
    share: () => page.evaluate(() => window.driven.share()),
    isAt: (latitude, longitude) =>
      page.evaluate((place) => void Object.assign(window.driven.hand, { place }), { latitude, longitude }),
    calendar: () => page.evaluate(() => window.driven.hand.calendar),
    toBackground: () => page.evaluate(() => window.driven.toBackground()),
    toForeground: () => page.evaluate(() => window.driven.toForeground()),
    offline: (on) => context.setOffline(on),
    query: () => page.evaluate(() => window.driven.query()),
    packages: () => page.evaluate(() => window.driven.packages()),
    counts: () => page.evaluate(() => window.driven.counts()),
    close: () => context.close(),
  };
}
