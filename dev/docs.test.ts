import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './root.ts';

/** The files that a newcomer is sent to are there, and say what is said of them. */

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const places = /^(shared|functions|miniapp|dev|proof|docs)\/[\w./-]+$|^[\w-]+\.(yml|json|md)$/;

/** Each file or folder between backticks, with the names that follow it in brackets. */
function named(text: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [, path = '', brackets = ''] of text.matchAll(/`([^`\n]+)`(?:\s*[(（]([^)）]*)[)）])?/g)) {
    if (!places.test(path)) continue;
    const names = [...brackets.matchAll(/`(\w+)`/g)].map(([, name = '']) => name);
    found.set(path, [...(found.get(path) ?? []), ...names]);
  }
  return found;
}

/** Whether a file has this name for others. */
const exportsName = (path: string, name: string) =>
  new RegExp(`^export (async )?(const|function|class|type|interface) ${name}\\b`, 'm').test(read(path));

// What a build makes may be there or not.
const isThere = (path: string) => path === 'miniapp/dist/' || existsSync(join(root, path));

describe.each(['README.md', 'README.zh-CN.md', 'docs/changing.md', 'docs/glossary.md'])('%s', (document) => {
  const found = [...named(read(document))];

  it('names files that are there', () => {
    expect(found.length).toBeGreaterThan(10);
    expect(found.map(([path]) => path).filter((path) => !isThere(path))).toEqual([]);
  });

  it('names what these files export', () => {
    const said = found.flatMap(([path, names]) => names.map((name) => ({ path, name })));
    expect(said.filter(({ path, name }) => !exportsName(path, name))).toEqual([]);
  });
});

it('the two READMEs send people to the same places', () => {
  const [english, chinese] = ['README.md', 'README.zh-CN.md'].map((document) =>
    [...named(read(document)).keys()].filter((path) => !path.startsWith('README')).sort(),
  );
  expect(chinese).toEqual(english);
});

it('every decision has its own number', () => {
  const numbers = readdirSync(join(root, 'docs/decisions')).map((file) => file.slice(0, 4));
  expect(numbers).toEqual([...new Set(numbers)]);
});
