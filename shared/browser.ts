import * as v from 'valibot';

/**
 * Which kind of browser on which kind of machine, as people tell them apart. A page says it of itself and
 * a phone shows it before somebody confirms, so it is a choice: no page gets words of its own onto a phone.
 */
export const Browser = v.object({
  family: v.picklist(['chrome', 'edge', 'firefox', 'safari', 'qq', 'sogou', 'qihoo', 'wechat', 'other']),
  system: v.picklist(['windows', 'mac', 'linux', 'android', 'ios', 'other']),
});
export type Browser = v.InferOutput<typeof Browser>;

// In this order: each of them also names those that come after it.
const families: readonly [RegExp, Browser['family']][] = [
  [/MicroMessenger/, 'wechat'],
  [/Edg(e|A|iOS)?\//, 'edge'],
  [/QQBrowser\//, 'qq'],
  [/MetaSr|SogouMobile/, 'sogou'],
  [/360SE|360EE|QihooBrowser|QHBrowser/, 'qihoo'],
  [/(Firefox|FxiOS)\//, 'firefox'],
  [/(Chrome|CriOS)\//, 'chrome'],
  [/Safari\//, 'safari'],
];
const systems: readonly [RegExp, Browser['system']][] = [
  [/Windows/, 'windows'],
  [/iPhone|iPad/, 'ios'],
  [/Mac OS X/, 'mac'],
  [/Android/, 'android'],
  [/Linux/, 'linux'],
];

/** What a browser's user agent says of it. */
export function browserOf(userAgent: string): Browser {
  return {
    family: families.find(([sign]) => sign.test(userAgent))?.[1] ?? 'other',
    system: systems.find(([sign]) => sign.test(userAgent))?.[1] ?? 'other',
  };
}
