import type { Compiled } from '../server.ts';
import { countPage } from './counts.ts';
import { drawPage, type PageInstance } from './engine.ts';
import { fetchAhead, whenFetched } from './packages.ts';
import { queryOf } from './phone.ts';

/** One page of the stack. */
interface OpenPage {
  readonly path: string;
  readonly instance: PageInstance;
  readonly frame: HTMLElement;
  readonly style: HTMLStyleElement;
  title: string;
  release(): void;
}

const stack: OpenPage[] = [];
/** Tabs that were left: WeChat keeps them as they were. */
const leftTabs = new Map<string, OpenPage>();
let compiled: Compiled;

const element = <E extends HTMLElement>(id: string) => document.getElementById(id) as E;
const top = () => stack[stack.length - 1];
const tell = (page: OpenPage | undefined, what: string, ...details: unknown[]) => {
  const method = page?.instance[what];
  if (typeof method === 'function') method.apply(page?.instance, details);
};
const tabs = () => compiled.app.tabBar?.list ?? [];
const isTab = (path: string) => tabs().some(({ pagePath }) => pagePath === path);

function styleElement(css: string): HTMLStyleElement {
  const style = document.createElement('style');
  style.textContent = css;
  document.head.append(style);
  return style;
}

/** Draws the bar above and below, and shows the page on top with its own style alone. */
function look(): void {
  const page = top();
  for (const each of stack) {
    each.frame.hidden = each !== page;
    each.style.disabled = each !== page;
  }
  element('bar-title').textContent = page?.title ?? '';
  element('bar-back').hidden = stack.length < 2;
  element('tabs').hidden = !page || !isTab(page.path) || compiled.app.tabBar?.custom === true;
}

function openPage(path: string, query: Record<string, string>): void {
  const frame = document.createElement('div');
  frame.className = 'page-frame';
  element('pages').append(frame);
  const style = styleElement(compiled.styles[path] ?? '');
  const { instance, release } = drawPage(path, frame);
  const config = compiled.configs[path] as { navigationBarTitleText?: string };
  const title = config.navigationBarTitleText ?? compiled.app.window?.navigationBarTitleText ?? '';
  const page = { path, instance, frame, style, title, release };
  Object.assign(instance, { route: path, __route__: path, options: query });
  countPage(path, instance, frame);
  stack.push(page);
  look();
  tell(page, 'onLoad', query);
  tell(page, 'onShow');
  requestAnimationFrame(() => tell(page, 'onReady'));
  fetchAhead(path);
}

function closePage(page = stack.pop()): void {
  tell(page, 'onUnload');
  page?.release();
  page?.frame.remove();
  page?.style.remove();
}

/** Closes what is no tab, leaves the tab that was open as it is, and shows the other. */
function openTab(path: string): void {
  while (stack.length > 1) closePage();
  const left = stack[0];
  if (left && isTab(left.path)) {
    stack.pop();
    tell(left, 'onHide');
    left.frame.hidden = true;
    left.style.disabled = true;
    leftTabs.set(left.path, left);
  } else if (left) closePage();
  const kept = leftTabs.get(path);
  if (kept) {
    leftTabs.delete(path);
    stack.push(kept);
    look();
    tell(kept, 'onShow');
  } else openPage(path, {});
}

/** `/joining/member/apply?a=1`, or relative to the page on top, in its parts. */
function parted(url: string): { path: string; query: Record<string, string> } {
  const [address = '', query = ''] = url.split('?');
  const path = new URL(address, `http://weapp/${top()?.path ?? ''}`).pathname.slice(1);
  return { path, query: queryOf(query) };
}

/** The page a url names, once its package is there. */
async function requirePage(url: string, wantsTab?: boolean) {
  const parts = parted(url);
  if (!compiled.pages.includes(parts.path)) throw new Error(`page "${parts.path}" is not found`);
  if (wantsTab !== undefined && isTab(parts.path) !== wantsTab)
    throw new Error(`can not open "${parts.path}" in this way`);
  await whenFetched(parts.path);
  return parts;
}

/** WeChat's limit. */
const DEEPEST = 10;

/** The ways from page to page; each throws what WeChat would fail with. */
export const routes = {
  async navigateTo(url: string): Promise<void> {
    if (stack.length >= DEEPEST) throw new Error(`webview count limit exceed`);
    const { path, query } = await requirePage(url, false);
    tell(top(), 'onHide');
    openPage(path, query);
  },
  async redirectTo(url: string): Promise<void> {
    const { path, query } = await requirePage(url, false);
    closePage();
    openPage(path, query);
  },
  async reLaunch(url: string): Promise<void> {
    const { path, query } = await requirePage(url);
    while (stack.length > 0) closePage();
    for (const page of leftTabs.values()) closePage(page);
    leftTabs.clear();
    openPage(path, query);
  },
  async switchTab(url: string): Promise<void> {
    const { path } = await requirePage(url, true);
    if (path !== top()?.path) openTab(path);
  },
  navigateBack(delta = 1): void {
    if (stack.length < 2) throw new Error('cannot navigate back at first page');
    for (let step = 0; step < delta && stack.length > 1; step++) closePage();
    look();
    tell(top(), 'onShow');
  },
};

/** What app code gets from getCurrentPages. */
export const currentPages = () => stack.map(({ instance }) => instance);
/** The page on top and where it is drawn. */
export const topPage = top;

/** Changes the title of the page on top. */
export function setTitle(title: string): void {
  const page = top();
  if (page) page.title = title;
  look();
}

/** Tells the page on top that somebody looks at it again, or no longer. */
export const tellTop = (what: 'onShow' | 'onHide') => tell(top(), what);

/** A card in a chat, as app code describes it. */
export interface ShareCard {
  readonly title: string;
  readonly path: string;
  readonly imageUrl?: string;
}

/** The card the page on top makes of itself, from WeChat's menu or a button of the page. */
export function shareTop(from: 'menu' | 'button'): ShareCard | undefined {
  const { instance } = top() ?? {};
  const make = instance?.onShareAppMessage;
  return typeof make === 'function' ? make.call(instance, { from }) : undefined;
}

/** Makes the frame of the phone ready. */
export function preparePages(from: Compiled): void {
  compiled = from;
  styleElement(from.styles.app ?? '');
  element('bar-back').addEventListener('click', () => routes.navigateBack());
  if (from.app.tabBar?.custom && !('custom-tab-bar/index' in from.configs))
    throw new Error('custom-tab-bar/index is not found');
  for (const { pagePath, text, iconPath } of tabs()) {
    if (!from.app.pages.includes(pagePath))
      throw new Error(`the tab "${pagePath}" is not in the main package`);
    const tab = document.createElement('button');
    tab.textContent = text;
    if (iconPath) tab.prepend(Object.assign(document.createElement('img'), { src: `/${iconPath}` }));
    tab.addEventListener('click', () => void routes.switchTab(`/${pagePath}`));
    element('tabs').append(tab);
  }
}
