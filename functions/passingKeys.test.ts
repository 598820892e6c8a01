import { PASSING_LASTS } from '@niangjia/shared/joining/forgetting';
import { DAY } from '@niangjia/shared/time';
import { expect, it } from 'vitest';
import { dropPassedKeys, openPassing, sealPassing } from './passingKeys.ts';
import { getItem, keyTableName } from './table.ts';

const WEEK = 7 * DAY;
const now = Math.floor(Date.now() / WEEK) * WEEK + DAY;
const weeks = async () =>
  Object.keys((await getItem({ pk: 'PASSING' }, { table: keyTableName() }))?.keys ?? {}).length;

it('opens what was sealed for three weeks, whoever begins a new one, and then never again', async () => {
  const sealed = await sealPassing('display', 'one', { name: '王*' }, now);
  await Promise.all(Array.from({ length: 10 }, () => dropPassedKeys(now + WEEK)));
  expect(await weeks()).toBe(2);
  for (const later of [0, WEEK, 2 * WEEK]) {
    expect(await openPassing('display', 'one', sealed, now + later)).toEqual({ name: '王*' });
  }
  expect(await openPassing('display', 'one', sealed, now + PASSING_LASTS)).toBeUndefined();
  // The key itself is gone: a clock that goes back brings nothing back.
  expect(await openPassing('display', 'one', sealed, now)).toBeUndefined();
});

it('opens for its purpose and holder only', async () => {
  const sealed = await sealPassing('display', 'one', 'x', now);
  expect(await openPassing('display', 'other', sealed, now)).toBeUndefined();
  expect(await openPassing('openid', 'one', sealed, now)).toBeUndefined();
});
