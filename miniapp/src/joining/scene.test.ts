import { expect, test } from 'vitest';
import { sessionCodeIn } from './scene.ts';

const code = 'KaKs8ZD4FA2RMjTSS_oGww';

test.each([
  ['as WeChat hands it over', { scene: `s%3D${code}` }, code],
  ['already decoded', { scene: `s=${code}` }, code],
  ['encoded twice', { scene: `s%253D${code}` }, code],
  ['with something beside it', { scene: `v=1&s=${code}` }, code],
  ['no scene', {}, undefined],
  ['another scene', { scene: 'v%3D1' }, undefined],
  ['a broken escape', { scene: 's=%' }, undefined],
])('%s', (_name, parameters, expected) => {
  expect(sessionCodeIn(parameters)).toBe(expected);
});
