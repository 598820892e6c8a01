import { posix } from 'node:path';
import type { Bundle } from './bundle.ts';

/** WeChat's unit: 750 of them are as wide as the screen. */
const inVw = (css: string) =>
  css.replace(/(-?\d*\.?\d+)rpx\b/g, (_, length: string) => `${(Number(length) * 100) / 750}vw`);

/** A page's own height, as in WeChat the navigation bar is no part of it. */
const belowTheBar = (css: string) => css.replace(/(\d*\.?\d+)vh\b/g, 'calc($1 * var(--page-vh))');

const TAGS =
  /(^|[\s,>+~(])(page|view|text|button|input|textarea|image|picker|scroll-view)(?=[\s,.:>+~[)]|$)/g;

/** Selectors of tags find the host's elements. */
const onHostTags = (css: string) =>
  css.replace(/([^{};]+)\{/g, (all, selector: string) =>
    selector.trim().startsWith('@') ? all : `${selector.replace(TAGS, '$1wx-$2')}{`,
  );

/** A style sheet's rules with those it imports. */
function resolved(path: string, sheets: ReadonlyMap<string, string>): string {
  return (sheets.get(path) ?? '').replace(
    /@import\s*(?:url\()?["']([^"']+)\.wxss["']\)?;?/g,
    (_, other: string) =>
      resolved(other.startsWith('/') ? other.slice(1) : posix.join(posix.dirname(path), other), sheets),
  );
}

/** The style sheets of the app (`app`) and of each page as CSS, by path. */
export function compiledStyles(bundle: Bundle): Record<string, string> {
  const sheets = bundle.texts('wxss');
  const paths = ['app', ...bundle.pages];
  return Object.fromEntries(
    paths.map((path) => [path, onHostTags(belowTheBar(inVw(resolved(path, sheets))))]),
  );
}
