/** The language itself, timers and the console: all that app code sees without being given it. */
const LANGUAGE = new Set(
  `Object Function Array Number parseFloat parseInt Infinity NaN undefined Boolean String Symbol Date Promise RegExp
   Error EvalError RangeError ReferenceError SyntaxError TypeError URIError JSON Math Reflect Proxy Map Set WeakMap
   WeakSet ArrayBuffer DataView Uint8Array Int8Array Uint16Array Int16Array Uint32Array Int32Array Float32Array
   Float64Array Uint8ClampedArray decodeURI decodeURIComponent encodeURI encodeURIComponent escape unescape isFinite
   isNaN setTimeout clearTimeout setInterval clearInterval console`.split(/\s+/),
);

/** Methods that came after 2019, which phones in use do not have. */
const LATER: [object, string[]][] = [
  [Array.prototype, ['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with']],
  [String.prototype, ['at', 'replaceAll', 'isWellFormed', 'toWellFormed']],
  [Object, ['hasOwn', 'groupBy']],
  [Promise, ['any', 'withResolvers', 'try']],
];

/** Every global of this browser that WeChat does not have: what a window has, found by looking. */
function hiddenNames(): string[] {
  const names = new Set<string>();
  for (let owner: object | null = window; owner; owner = Object.getPrototypeOf(owner)) {
    for (const name of Object.getOwnPropertyNames(owner)) names.add(name);
  }
  // `eval` cannot be the name of a parameter; the page's security policy refuses it.
  return [...names].filter((name) => /^[a-z_$][\w$]*$/i.test(name) && !LANGUAGE.has(name) && name !== 'eval');
}

type Given = Readonly<Record<string, unknown>>;
type Factory = (require: (path: string) => unknown, module: { exports: unknown }, ...more: unknown[]) => void;

const factories = new Map<string, Factory>();
const loaded = new Map<string, { exports: unknown }>();

/** What each module is given beside `require`, in this order; WeChat wraps modules in the same way. */
const GIVEN = ['exports', 'wx', 'App', 'Page', 'Component', 'Behavior', 'getApp', 'getCurrentPages'];

let parameters = '';

/** Takes away what phones lack. What comes to be in the window after this is not hidden from app code. */
export function prepareSandbox(): void {
  const shadows = hiddenNames().filter((name) => !GIVEN.includes(name) && name !== 'globalThis');
  parameters = ['require', 'module', ...GIVEN, 'globalThis', ...shadows].join(',');
  for (const [owner, names] of LATER) for (const name of names) Reflect.deleteProperty(owner, name);
}

/** Takes in the modules of a package without running any. */
export function defineModules(scripts: Readonly<Record<string, string>>, nonce: string): void {
  const take = (path: string, factory: Factory) => void factories.set(path, factory);
  Object.assign(window, { weappDefine: take });
  for (const [path, script] of Object.entries(scripts)) {
    const element = document.createElement('script');
    element.nonce = nonce;
    element.textContent = `weappDefine(${JSON.stringify(path)},function(${parameters}){${script}\n});\n//# sourceURL=weapp/${path}.js`;
    document.head.append(element);
  }
  Reflect.deleteProperty(window, 'weappDefine');
}

// The global object of app code: the language, and no way from it to the browser.
const appGlobal = Object.fromEntries([...LANGUAGE].map((name) => [name, Reflect.get(globalThis, name)]));

/** Runs a module once and gives its exports; `given` is what stands for App, Page, wx and the rest. */
export function runModule(path: string, given: Given): unknown {
  const known = loaded.get(path);
  if (known) return known.exports;
  const factory = factories.get(path);
  if (!factory) throw new Error(`module '${path}.js' is not defined`);
  const module = { exports: {} as unknown };
  loaded.set(path, module);
  const require = (other: string) =>
    runModule(new URL(other, `http://weapp/${path}`).pathname.slice(1).replace(/\.js$/, ''), given);
  factory(require, module, module.exports, ...GIVEN.slice(1).map((name) => given[name]), appGlobal);
  return module.exports;
}
