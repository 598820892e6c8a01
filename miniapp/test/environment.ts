import { JSDOM } from 'jsdom';

/*
 * A document for the screens, beside Node's own globals rather than over them: the real functions run
 * in the same process, and their encryption and network need Node's Uint8Array and streams.
 */
const { window } = new JSDOM('<!doctype html><html lang="zh-CN"><body></body></html>', {
  url: 'http://localhost/',
  pretendToBeVisual: true,
});
const { document, localStorage, sessionStorage, navigator, MutationObserver } = window;
for (const [name, value] of Object.entries({
  window,
  document,
  localStorage,
  sessionStorage,
  navigator,
  MutationObserver,
})) {
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
}

// What the build sets (miniapp/config): tests run the H5 side with the development sign-in.
process.env.TARO_ENV = 'h5';
process.env.TARO_APP_DEMO = 'yes';
process.env.TARO_APP_API = 'http://localhost';
