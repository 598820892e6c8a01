import { expect, it } from 'vitest';
import { refusalOf } from '../refusalOf.ts';
import { ALBUM, add, arrange, type KeptPhoto, remove, whyNotAdd } from './album.ts';

const photo = (id: string, words = id): KeptPhoto => ({
  id,
  type: 'image/jpeg',
  width: 16,
  height: 16,
  words,
  by: 'somebody',
  at: 1,
});
const album = (ids: string) => [...ids].map((id) => photo(id));
const said = (photos: readonly KeptPhoto[]) => photos.map(({ id, words }) => `${id}:${words}`).join(' ');

it.each([
  ['', 'a', 'a:a'],
  ['ab', 'c', 'a:a b:b c:c'],
  ['ab', 'a', 'a:a b:b'],
  ['abcdef', 'a', 'a:a b:b c:c d:d e:e f:f'],
])('%s with %s', (before, id, after) => {
  expect(said(add(album(before), { ...photo(id), words: id }))).toBe(after);
});

it('leaves a photo that is there with its words', () => {
  expect(said(add(album('a'), photo('a', 'other')))).toBe('a:a');
});

it('is the very same when nothing changes', () => {
  const before = album('ab');
  expect([add(before, photo('a')), remove(before, 'c'), arrange(before, before)]).toEqual([
    before,
    before,
    before,
  ]);
  for (const after of [add(before, photo('a')), remove(before, 'c'), arrange(before, before)])
    expect(after).toBe(before);
});

it('holds six', () => {
  expect(ALBUM).toBe(6);
  expect(whyNotAdd(album('abcde'))).toBeUndefined();
  expect(whyNotAdd(album('abcdef'))).toBe('PHOTOS_FULL');
  expect(refusalOf(() => add(album('abcdef'), photo('g')))).toBe('PHOTOS_FULL');
});

it('removes once', () => {
  expect(said(remove(album('abc'), 'b'))).toBe('a:a c:c');
  expect(said(remove(album('ac'), 'b'))).toBe('a:a c:c');
});

it.each([
  ['in another order', 'abc', 'c:c a:x b:b', 'c:c a:x b:b'],
  ['one that is gone', 'ab', 'c:c b:b a:a', 'b:b a:a'],
  ['one that came meanwhile', 'abc', 'b:b a:a', 'b:b a:a c:c'],
  ['one that is named twice', 'abc', 'c:x a:a c:y', 'c:x a:a b:b'],
  ['a full album, one named twice', 'abcdef', 'a:a a:a', 'a:a b:b c:c d:d e:e f:f'],
])('arranges %s', (_, before, wanted, after) => {
  const named = wanted.split(' ').map((one) => ({ id: one.slice(0, 1), words: one.slice(2) }));
  expect(said(arrange(album(before), named))).toBe(after);
});
