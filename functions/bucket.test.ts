import { SECOND } from '@niangjia/shared/time';
import { describe, expect, it } from 'vitest';
import { deleteObject, getObject, putObject, signedUrl } from './bucket.ts';
import { newId } from './secrets.ts';

const publicUrl = (key: string) => `${process.env.PHOTO_URL}/${key}`;
const jpeg = { 'content-type': 'image/jpeg', 'content-length': '3' };
const put = async (url: string, type = 'image/jpeg', body = 'abc') =>
  (await fetch(url, { method: 'PUT', headers: { 'content-type': type }, body })).status;

describe('a signed address', () => {
  it('takes what it was signed for, also twice', async () => {
    const key = `incoming/${newId()}`;
    const url = await signedUrl('PUT', key, jpeg, 60 * SECOND);
    expect(await put(url)).toBe(200);
    expect(await put(url)).toBe(200);
    expect(await getObject(key)).toEqual({ type: 'image/jpeg', bytes: new Uint8Array([97, 98, 99]) });
  });

  const key = `incoming/${newId()}`;
  it.each([
    ['another type', (url: string) => put(url, 'text/html')],
    ['a longer body', (url: string) => put(url, 'image/jpeg', 'abcd')],
    ['a shorter body', (url: string) => put(url, 'image/jpeg', 'ab')],
    ['another key', (url: string) => put(url.replace('incoming/', 'photos/'))],
    ['a longer time', (url: string) => put(url.replace('Expires=60', 'Expires=6000'))],
    ['reading', async (url: string) => (await fetch(url)).status],
  ] as const)('refuses %s', async (_, ask) => {
    expect(await ask(await signedUrl('PUT', key, jpeg, 60 * SECOND))).toBe(403);
    expect(await getObject(key)).toBeUndefined();
  });

  it('is over after its time', async () => {
    const url = await signedUrl('PUT', key, jpeg, SECOND);
    await new Promise((resolve) => setTimeout(resolve, 2100));
    expect(await put(url)).toBe(403);
  });
});

it('shows everybody what is under photos/, and nothing else', async () => {
  const [shown, hidden] = [`photos/${newId()}`, `incoming/${newId()}`];
  for (const key of [shown, hidden]) await putObject(key, 'image/png', new Uint8Array([1, 2]));
  expect((await fetch(publicUrl(shown))).headers.get('content-type')).toBe('image/png');
  expect((await fetch(publicUrl(hidden))).status).toBe(403);
  expect((await fetch(publicUrl(shown), { method: 'DELETE' })).status).toBe(403);
  expect((await fetch(publicUrl('photos/'))).ok).toBe(false);
});

it('takes away what is there, and what is not', async () => {
  const key = `photos/${newId()}`;
  await putObject(key, 'image/png', new Uint8Array([1]));
  await deleteObject(key);
  await deleteObject(key);
  expect(await getObject(key)).toBeUndefined();
});
