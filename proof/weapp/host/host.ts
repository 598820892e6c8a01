import type { Compiled } from '../server.ts';
import { defineBuiltIns } from './builtins/define.ts';
import { pageCounts } from './counts.ts';
import { prepare, runApp } from './engine.ts';
import { fetchedPackages, fetchMain } from './packages.ts';
import { currentPages, preparePages, routes, shareTop, tellTop, topPage } from './pages.ts';
import { failed, start } from './phone.ts';
import { prepareSandbox } from './sandbox.ts';
import { tellListeners } from './wx/listeners.ts';
import { hand } from './wx/people.ts';
import { wx } from './wx/wx.ts';

/** WeChat around a built mini-program: loads it and opens it as this window's address says. */

type Told = Record<string, ((detail: unknown) => void) | undefined>;

let app: Told = {};

const given = {
  wx,
  App: (options: Told) => {
    app = options;
  },
  getApp: () => app,
  getCurrentPages: currentPages,
};

const opened = { ...start, referrerInfo: {}, mode: 'default' };

/** What a test does with this phone beside tapping. */
const driven = {
  counts: pageCounts,
  packages: fetchedPackages,
  hand,
  /** The card that WeChat's menu would send of the page on top; undefined where it offers none. */
  share: () => shareTop('menu'),
  query: () => topPage()?.instance.options as Record<string, string>,
  toBackground() {
    tellTop('onHide');
    app.onHide?.({});
    tellListeners('appHide', {});
  },
  toForeground() {
    app.onShow?.(opened);
    tellListeners('appShow', opened);
    tellTop('onShow');
  },
};
export type Driven = typeof driven;

async function launch(): Promise<void> {
  const compiled: Compiled = await (await fetch('/compiled.json')).json();
  document.addEventListener('securitypolicyviolation', (event) =>
    failed(`${event.violatedDirective} refused ${event.sample || event.blockedURI}`),
  );
  defineBuiltIns();
  prepare(compiled, given);
  preparePages(compiled);
  prepareSandbox();
  await fetchMain(compiled);
  runApp();
  app.onLaunch?.(opened);
  app.onShow?.(opened);
  const query = Object.entries(start.query).map(([name, value]) => `${name}=${value}`);
  await routes.reLaunch(`/${start.path || compiled.app.pages[0]}?${query.join('&')}`);
}

Object.assign(window, { driven });
launch().catch((error) => failed(`the app did not start: ${error.stack}`));
