import { routes, setTitle, topPage } from '../pages.ts';
import { asking } from './asked.ts';

type To = { url: string };

const route = (name: 'navigateTo' | 'redirectTo' | 'reLaunch' | 'switchTab') =>
  asking(name, async ({ url }: To) => {
    await routes[name](url);
    return {};
  });

/** The engine finds what stands in the page itself, not inside its components: so does WeChat. */
function found(selector: string): Element | undefined {
  const root = topPage()?.instance._$.getShadowRoot();
  return root?.querySelector(selector)?.getBackendElement() as unknown as Element | undefined;
}

function scroll({
  scrollTop,
  selector,
  offsetTop = 0,
}: {
  scrollTop?: number;
  selector?: string;
  offsetTop?: number;
}) {
  const frame = topPage()?.frame;
  if (!frame) return {};
  if (selector === undefined) {
    frame.scrollTop = scrollTop ?? 0;
    return {};
  }
  const target = found(selector);
  if (!target) throw new Error(`no element is ${selector}`);
  const above = target.getBoundingClientRect().top - frame.getBoundingClientRect().top;
  frame.scrollTop += above + offsetTop;
  return {};
}

/** Pages and what is on the screen. */
export const screen = {
  navigateTo: route('navigateTo'),
  redirectTo: route('redirectTo'),
  reLaunch: route('reLaunch'),
  switchTab: route('switchTab'),
  navigateBack: asking('navigateBack', ({ delta }: { delta?: number }) => {
    routes.navigateBack(delta);
    return {};
  }),
  setNavigationBarTitle: asking('setNavigationBarTitle', ({ title }: { title: string }) => {
    setTitle(title);
    return {};
  }),
  pageScrollTo: asking('pageScrollTo', scroll),
  createSelectorQuery: () => topPage()?.instance.createSelectorQuery(),
};
