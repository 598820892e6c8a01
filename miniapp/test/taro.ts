import './environment.ts';
import { useEffect } from 'react';
import { type HttpAnswer, send } from '../../dev/api.ts';

/*
 * Taro, for screen tests: the storage of one phone, a stack of pages, and a network that ends in the
 * real functions.
 */

/** What happens to the next request: it does not leave, or it is done and the reply is lost. */
export type Mishap = 'offline' | 'lostReply';

/** The phone's network: what was asked, and what is to go wrong. */
export const network = {
  calls: [] as { method: string; path: string; key: string | undefined }[],
  mishaps: [] as Mishap[],
};

interface Page {
  readonly path: string;
  readonly parameters: Record<string, string>;
}
/** The phone's pages, the top one last. */
export const stack = { pages: [] as Page[], changed: () => {} };
const shown = new Set<() => void>();
const hidden = new Set<() => void>();

function pageAt(url: string): Page {
  const [path = '', query = ''] = url.split('?');
  return { path, parameters: Object.fromEntries(new URLSearchParams(query)) };
}

/** Shows these pages, the last one on top; the address is the top one's, as in the H5 app. */
function show(pages: Page[], url?: string): void {
  stack.pages = pages;
  if (url) window.location.hash = url;
  stack.changed();
}
/** Where the phone says it is; it would rather not say while there is nothing. */
export const hand = {
  place: undefined as { latitude: number; longitude: number } | undefined,
  calls: [] as string[],
};

/** Opens the app at a page, with nothing to go back to. */
export function launch(url: string): void {
  show([pageAt(url)], url);
}

/** Puts the app into the background, or brings it back. */
export const app = {
  leave: () => {
    for (const tell of hidden) tell();
  },
  comeBack: () => {
    for (const tell of shown) tell();
  },
};

interface Asked {
  url: string;
  method: string;
  data?: unknown;
  header: Record<string, string>;
}

async function request({ url, method, data, header }: Asked) {
  const { pathname, search } = new URL(url);
  network.calls.push({ method, path: pathname, key: header['idempotency-key'] });
  const mishap = network.mishaps.shift();
  if (mishap === 'offline') throw new Error('request:fail');
  const body = data === undefined ? undefined : JSON.stringify(data);
  const answer: HttpAnswer = await send({ method, url: pathname + search, headers: header, body });
  if (mishap === 'lostReply') throw new Error('request:fail timeout');
  return { statusCode: answer.status, data: JSON.parse(answer.body), header: answer.headers };
}

const Taro = {
  request,
  getStorageSync: (name: string) => JSON.parse(localStorage.getItem(name) ?? '""'),
  setStorageSync: (name: string, value: unknown) => localStorage.setItem(name, JSON.stringify(value)),
  removeStorageSync: (name: string) => localStorage.removeItem(name),
  navigateTo: async ({ url }: { url: string }) => {
    show([...stack.pages, pageAt(url)], url);
  },
  redirectTo: async ({ url }: { url: string }) => {
    show([...stack.pages.slice(0, -1), pageAt(url)], url);
  },
  switchTab: async ({ url }: { url: string }) => launch(url),
  reLaunch: async ({ url }: { url: string }) => launch(url),
  navigateBack: async () => {
    show(stack.pages.slice(0, -1));
  },
  getCurrentPages: () => stack.pages,
  getLocation: async () => {
    if (!hand.place) throw new Error('getLocation:fail auth deny');
    return hand.place;
  },
  makePhoneCall: async ({ phoneNumber }: { phoneNumber: string }) => void hand.calls.push(phoneNumber),
  pageScrollTo: async () => {},
  getWindowInfo: () => ({ windowWidth: window.innerWidth }),
  onWindowResize: () => {},
  offWindowResize: () => {},
};
export default Taro;

export const useRouter = () => ({ params: stack.pages.at(-1)?.parameters ?? {} });

function useTold(listeners: Set<() => void>, tell: () => void): void {
  useEffect(() => {
    listeners.add(tell);
    return () => {
      listeners.delete(tell);
    };
  });
}
export const useDidShow = (tell: () => void) => useTold(shown, tell);
export const useDidHide = (tell: () => void) => useTold(hidden, tell);

/** Only WeChat shares. */
export const useShareAppMessage = (_card: () => unknown): void => {};
