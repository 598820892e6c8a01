import { TmplGroup } from 'glass-easel-template-compiler';
import type { Bundle } from './bundle.ts';

/** The built-in components that the host has; each is an element `wx-…` in the browser. */
const BUILT_IN = ['view', 'text', 'button', 'input', 'textarea', 'image', 'picker', 'scroll-view'];
/** What is WXML's own. */
const SYNTAX = ['template', 'block', 'wxs', 'import', 'include', 'slot'];

/** Calls a component's own tags by WeChat's, so that the browser takes none for one of its own. */
function rewritten(path: string, wxml: string, own: ReadonlySet<string>): string {
  return wxml
    .replace(/<(\/?)([a-z][\w-]*)/g, (tag, slash: string, name: string) => {
      if (SYNTAX.includes(name) || own.has(name)) return tag;
      if (!BUILT_IN.includes(name)) throw new Error(`${path}.wxml: the host has no <${name}>`);
      return `<${slash}wx-${name}`;
    })
    .replace(/\s(bind|catch)([a-z]+)=/g, ' $1:$2=');
}

/** Every WXML and WXS compiled by WeChat's compiler, as one expression: the templates by path. */
export function compiledTemplates(bundle: Bundle): string {
  const components = [...bundle.texts('json')].flatMap(([, json]) =>
    Object.keys((JSON.parse(json) as { usingComponents?: object }).usingComponents ?? {}),
  );
  const own = new Set(components);
  const group = new TmplGroup();
  for (const [path, wxs] of bundle.texts('wxs')) group.addScript(path, wxs);
  for (const [path, wxml] of bundle.texts('wxml')) {
    const faults = group.addTmpl(path, rewritten(path, wxml, own)) as { message: string; isError: boolean }[];
    const [error] = faults.filter(({ isError }) => isError);
    if (error) throw new Error(`${path}.wxml: ${error.message}`);
  }
  const expression = group.getTmplGenObjectGroups();
  group.free();
  return expression;
}
