import { mkdirSync } from 'node:fs';
import type { CastName } from '@niangjia/shared/cast';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';

/** Windows of real people: a phone or a desk, opened in Debian's Chromium. */

const pictures = new URL('../results/screens/', import.meta.url).pathname;

/** What counts as effort in the budgets. */
interface Effort {
  /** Presses outside the keyboard, focusing a field included. */
  taps: number;
  /** Fields typed into. */
  fields: number;
  /** HTTP requests to the API, preflights aside. */
  calls: string[];
}

export interface Window {
  readonly page: Page;
  readonly effort: Effort;
  /** What the page printed as errors or threw. */
  readonly errors: string[];
  tap(what: Locator): Promise<void>;
  type(label: string, text: string): Promise<void>;
  /** Writes a picture of the screen under proof/results/screens/. */
  picture(name: string): Promise<void>;
  close(): Promise<void>;
}

/** Starts the browser. */
export function startBrowser(): Promise<Browser> {
  mkdirSync(pictures, { recursive: true });
  return chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}

const sizes = { phone: { width: 390, height: 844 }, desk: { width: 1280, height: 800 } };

/** Opens a window in which somebody of the cast is signed in, or nobody. */
export async function openWindow(
  browser: Browser,
  h5: string,
  api: string,
  who: CastName | undefined,
  size: keyof typeof sizes,
): Promise<Window & { go(hash: string): Promise<void> }> {
  const context = await browser.newContext({
    viewport: sizes[size],
    deviceScaleFactor: size === 'phone' ? 2 : 1,
    hasTouch: size === 'phone',
    locale: 'zh-CN',
    timezoneId: 'America/New_York', // a phone set elsewhere must show Shanghai's times all the same
  });
  const page = await context.newPage();
  const effort: Effort = { taps: 0, fields: 0, calls: [] };
  const errors: string[] = [];
  page.on('request', (request) => {
    if (request.url().startsWith(api) && request.method() !== 'OPTIONS') {
      effort.calls.push(`${request.method()} ${new URL(request.url()).pathname}`);
    }
  });
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    // A refusal is an answer like any other; the browser prints its status as an error.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      errors.push(message.text());
  });
  const tap = async (what: Locator) => {
    effort.taps += 1;
    await what.click();
  };
  return {
    page,
    effort,
    errors,
    go: async (hash) => {
      await page.goto(`${h5}/${who ? `?as=${who}` : ''}#${hash}`);
    },
    tap,
    type: async (label, text) => {
      effort.fields += 1;
      await tap(page.getByLabel(label, { exact: true }));
      await page.keyboard.type(text);
    },
    picture: async (name) => {
      await page.screenshot({ path: `${pictures}${name}.png`, animations: 'disabled' });
    },
    close: () => context.close(),
  };
}

/** What is on the screen of a window: the button of a name, the last where a sheet lies over a page. */
export const button = ({ page }: Pick<Window, 'page'>, name: string | RegExp): Locator =>
  page.getByRole('button', { name }).filter({ visible: true }).last();

/** Waits until a window shows a text. */
export const sees = ({ page }: Pick<Window, 'page'>, text: string | RegExp): Promise<void> =>
  page.getByText(text).filter({ visible: true }).first().waitFor();
