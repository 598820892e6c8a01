import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startBrowser } from '../h5/window.ts';
import type { Bundle } from './bundle.ts';
import { type Phone, takePhone } from './driver.ts';
import { type HostServer, startHost } from './server.ts';

/** What WeChat does not have or refuses, the host does not have or refuses: else its other proofs show nothing. */

const ABSENT =
  `AbortController fetch URL URLSearchParams FormData Blob TextEncoder TextDecoder crypto document window
  self localStorage sessionStorage XMLHttpRequest navigator location Intl BigInt structuredClone`.split(
    /\s+/,
  );

const files: Record<string, string> = {
  'app.json': '{}',
  'app.js': 'App({})',
  'app.wxss': 'page { --ink: #111 } .wide { width: 375rpx }',
  'index.json': '{ "usingComponents": {} }',
  'index.wxml': `<view class="wide" bindtap="askNow">现在问</view><view bindtap="askLater">等会儿问</view>
    <view bindtap="evaluate">求值</view><view bindtap="lack">缺少</view><view bindtap="agree">自己同意</view><view bindtap="leave">离开</view>
    <input bindinput="typed" /><view>{{said}}</view>`,
  'index.js': `Page({
    data: { said: '' },
    onLoad() { this.setData({ said: '有的：' + [${ABSENT.map((name) => `typeof ${name} === 'undefined' ? '' : '${name}'`)}].join('') }) },
    ask() { wx.requestSubscribeMessage({ tmplIds: ['t'], success: () => this.setData({ said: '问了' }), fail: (e) => this.setData({ said: e.errMsg }) }) },
    askNow() { this.ask() },
    askLater() { Promise.resolve().then(() => this.ask()) },
    evaluate() { try { this.setData({ said: new Function('return this')() ? '能' : '空' }) } catch (e) { this.setData({ said: '不能求值' }) } },
    lack() { if (!wx.getUserProfile) this.setData({ said: '没有这个' }) },
    leave() { wx.navigateTo({ url: '/nowhere', fail: (e) => this.setData({ said: e.errMsg }) }) },
    agree() { wx.onNeedPrivacyAuthorization((resolve) => resolve({ event: 'agree', buttonId: 'none' })); wx.saveImageToPhotosAlbum({ filePath: 'x', fail: (e) => this.setData({ said: e.errMsg }) }) },
    typed(e) { this.setData({ said: '第 ' + ((this.times = (this.times || 0) + 1)) + ' 次：' + e.detail.value }) },
  })`,
};

/** A bundle of files given as texts. */
const bundleOf = (app: Bundle['app'], files: Readonly<Record<string, string>>): Bundle => ({
  directory: '',
  app,
  pages: [
    ...app.pages,
    ...(app.subPackages ?? []).flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`)),
  ],
  texts: (ending) =>
    new Map(
      Object.entries(files)
        .filter(([file]) => file.endsWith(`.${ending}`))
        .map(([file, text]) => [file.slice(0, -ending.length - 1), text]),
    ),
});
const bundle = bundleOf({ pages: ['index'], window: { navigationBarTitleText: '试' } }, files);
const nowhere = {
  api: 'http://127.0.0.1:9',
  wechat: 'http://127.0.0.1:9',
  photos: 'http://127.0.0.1:9/none',
};

/** A page that says where one is and leads to another; what fails is said below. */
const pageFiles = (path: string, says: string, url: string) => ({
  [`${path}.json`]: '{ "usingComponents": {} }',
  [`${path}.wxml`]: '<view bindtap="go">走</view><view>{{where}}</view><view>{{said}}</view>',
  [`${path}.js`]: `Page({ data: { where: '${says}', said: '' }, go() { wx.navigateTo({ url: '${url}', fail: (e) => this.setData({ said: e.errMsg }) }) } })`,
});

let browser: Browser;
let host: HostServer;
let phone: Phone;

beforeAll(async () => {
  browser = await startBrowser();
  host = await startHost(bundle, nowhere);
  phone = await takePhone(browser, host, 'wangfang');
  await phone.open('index');
});
afterAll(async () => {
  await Promise.all([browser?.close(), host?.stop()]);
});

it('hides every global of a browser', () => phone.sees(/^有的：$/));

it('opens the subscribe question inside a tap only', async () => {
  await phone.tap('现在问');
  await phone.sees('问了');
  await phone.tap('等会儿问');
  await phone.sees('requestSubscribeMessage:fail can only be invoked by user TAP gesture.');
});

it('takes nobody’s agreement to the use of their data but by a tap on the button for it', async () => {
  await phone.tap('自己同意');
  await phone.sees('saveImageToPhotosAlbum:fail privacy permission is not authorized');
});

it('tells of one key press once', async () => {
  await phone.screen.locator('input').tap();
  await phone.page.keyboard.type('字');
  await phone.sees('第 1 次：字');
});

it('knows WeChat’s lengths, tags and pages', async () => {
  expect(await phone.screen.locator('.wide').evaluate((element) => element.clientWidth)).toBe(195);
  await phone.tap('离开');
  await phone.sees('navigateTo:fail page "nowhere" is not found');
  expect(phone.errors).toEqual([]);
});

it('refuses code made of text, and records what WeChat lacks', async () => {
  await phone.tap('求值');
  await phone.sees('不能求值');
  await phone.tap('缺少');
  await phone.sees('没有这个');
  expect(phone.errors).toEqual([
    expect.stringMatching(/^weapp: script-src refused/),
    'weapp: wx.getUserProfile is not there',
  ]);
});

/** What happens on a phone with another bundle than the one above. */
async function elsewhere(other: Bundle, path: string, act: (phone: Phone) => Promise<void>): Promise<void> {
  const its = await startHost(other, nowhere);
  const held = await takePhone(browser, its, 'wangfang');
  try {
    await held.open(path);
    await act(held);
    expect(held.errors).toEqual([]);
  } finally {
    await Promise.all([held.close(), its.stop()]);
  }
}

it('goes between tabs by switchTab alone', async () => {
  const list = [
    { pagePath: 'one', text: '甲' },
    { pagePath: 'two', text: '乙' },
  ];
  const tabbed = bundleOf(
    { pages: ['one', 'two'], tabBar: { list } },
    { 'app.js': 'App({})', ...pageFiles('one', '在一', '/two'), ...pageFiles('two', '在二', '/one') },
  );
  await elsewhere(tabbed, 'one', async (held) => {
    await held.sees('在一');
    await held.tap('走');
    await held.sees('navigateTo:fail can not open "two" in this way');
    await held.page.locator('#tabs').getByText('乙').tap();
    await held.sees('在二');
    await held.page.locator('#tabs').getByText('甲').tap();
    await held.sees('navigateTo:fail');
  });
});

it('fetches a subpackage when it is opened, or ahead where a rule says so', async () => {
  const inParts = (ahead: Bundle['app']['preloadRule']) =>
    bundleOf(
      {
        pages: ['one'],
        subPackages: [{ root: 'sub', pages: ['two'] }],
        ...(ahead ? { preloadRule: ahead } : {}),
      },
      {
        // Before its package is there, a file of it cannot be found.
        'app.js': `App({}); let lack = ''; try { require('./sub/own') } catch (e) { lack = e.message } wx.setStorageSync('lack', lack)`,
        'sub/own.js': 'module.exports = { says: "在二" }',
        ...pageFiles('one', '在一', '/sub/two'),
        ...pageFiles('sub/two', '在二', '/one'),
      },
    );
  await elsewhere(inParts(undefined), 'one', async (held) => {
    await held.sees('在一');
    expect(await held.packages()).toEqual([]);
    expect(await held.page.evaluate(() => localStorage.getItem('lack'))).toContain("'sub/own.js'");
    await held.tap('走');
    await held.sees('在二');
    expect(await held.packages()).toEqual([{ root: 'sub', waitedFor: true }]);
  });
  await elsewhere(inParts({ one: { packages: ['sub'] } }), 'one', async (held) => {
    await expect.poll(() => held.packages()).toEqual([{ root: 'sub', waitedFor: false }]);
    await held.tap('走');
    await held.sees('在二');
    expect(await held.packages()).toEqual([{ root: 'sub', waitedFor: false }]);
  });
});

it('takes no tab that is in a subpackage', async () => {
  const wrong = bundleOf(
    {
      pages: ['one'],
      subPackages: [{ root: 'sub', pages: ['two'] }],
      tabBar: { list: [{ pagePath: 'sub/two', text: '乙' }] },
    },
    { 'app.js': 'App({})', ...pageFiles('one', '在一', '/sub/two') },
  );
  const its = await startHost(wrong, nowhere);
  const held = await takePhone(browser, its, 'wangfang');
  await held.open('one');
  await expect
    .poll(() => held.errors)
    .toEqual([expect.stringContaining('the tab "sub/two" is not in the main package')]);
  await Promise.all([held.close(), its.stop()]);
});

it('takes no template with a component that it lacks', async () => {
  const odd = {
    ...bundle,
    texts: (ending: string) => new Map(ending === 'wxml' ? [['index', '<map />']] : []),
  };
  await expect(startHost(odd, nowhere)).rejects.toThrow('the host has no <map>');
});
