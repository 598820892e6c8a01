import * as glassEasel from 'glass-easel';
import { component, MiniProgramEnv } from 'glass-easel-miniprogram-adapter';
import type { Compiled } from '../server.ts';
import { contentUsed, countSetData } from './counts.ts';
import { failed } from './phone.ts';
import { runModule } from './sandbox.ts';
import { whileTapped } from './tapping.ts';

/** WeChat's component engine, in this window. */

/** Everything else that a browser sends has its own event in WeChat, sent by the built-in components. */
const NATIVE = /^(touch|transition|animation)/;

class PhoneWindow extends glassEasel.CurrentWindowBackendContext {
  override setListenerStats(
    ...[element, type, ...rest]: Parameters<glassEasel.CurrentWindowBackendContext['setListenerStats']>
  ) {
    if (NATIVE.test(type)) super.setListenerStats(element, type, ...rest);
  }
}

declare global {
  interface Window {
    weappTemplates: Record<string, glassEasel.template.ComponentTemplate['content']>;
  }
}

glassEasel.globalOptions.writeIdToDOM = true;
glassEasel.addGlobalErrorListener((error, where) => {
  failed(`${where}: ${error instanceof Error ? error.stack : String(error)}`);
  return false;
});

const environment = new MiniProgramEnv();
const space = environment.createCodeSpace('', true);
const context = new PhoneWindow();
const backend = environment.associateBackend(context);

const isDisabled = (event: unknown) =>
  event instanceof window.Event &&
  event.target instanceof Element &&
  event.target.closest('wx-button[disabled]') !== null;

context.onEvent((target, type, detail, options) => {
  if (type === 'tap' && isDisabled(options.originalEvent)) return;
  const event = new glassEasel.Event(type, detail, options);
  const dispatch = () => glassEasel.Event.dispatchEvent(target, event);
  if (type === 'tap') {
    contentUsed();
    whileTapped(dispatch);
  } else dispatch();
  return event.getEventBubbleStatus();
});

const { prototype } = component.ComponentCaller;
const plainSetData = prototype.setData;
prototype.setData = function setData(data, callback) {
  countSetData(this, data as object, () => plainSetData.call(this, data, callback));
};

type Makers = Parameters<Parameters<typeof space.componentEnv>[1]>[0];

let given: Readonly<Record<string, unknown>> = {};
/** Page, Component and Behavior of the file that runs now: shared chunks call them for whoever runs them. */
let makers: Makers | undefined;
const defined = new Set<string>();

const maker =
  (name: keyof Makers) =>
  (...definition: unknown[]) =>
    (makers?.[name] as ((...definition: unknown[]) => unknown) | undefined)?.(...definition);

/** Takes in templates and configurations; `more` is what app code is given beside Page and Component. */
export function prepare({ configs }: Compiled, more: Readonly<Record<string, unknown>>): void {
  given = { ...more, Page: maker('Page'), Component: maker('Component'), Behavior: maker('Behavior') };
  const groupList = window.weappTemplates;
  for (const [path, content] of Object.entries(groupList)) {
    space.addCompiledTemplate(path, { groupList, content } as glassEasel.template.ComponentTemplate);
  }
  for (const [path, config] of Object.entries(configs)) space.addComponentStaticConfig(path, config);
}

/** Runs the script of a page or component, those of the components it uses first; each once. */
function define(path: string): void {
  if (defined.has(path)) return;
  defined.add(path);
  for (const other of Object.values(space.getComponentStaticConfig(path)?.usingComponents ?? {})) {
    define(new URL(other, `http://weapp/${path}`).pathname.slice(1));
  }
  space.componentEnv(path, (made) => {
    makers = made;
    runModule(path, given);
    makers = undefined;
  });
}

/** Runs the app's own script, which defines no page. */
export const runApp = () => runModule('app', given);

/** A page as app code sees it: its own methods and data. */
export type PageInstance = ReturnType<ReturnType<typeof backend.createRoot>['get']> & Record<string, unknown>;

/** A page of the app, drawn into a frame, that nothing was told to yet. */
export function drawPage(path: string, frame: HTMLElement): { instance: PageInstance; release(): void } {
  define(path);
  const root = backend.createRoot('wx-page', space, path);
  const placeholder = document.createElement('div');
  frame.append(placeholder);
  root.attach(frame as never, placeholder as never);
  return { instance: root.get() as PageInstance, release: () => root.release() };
}
