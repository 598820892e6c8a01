import { tellingJpeg } from '@niangjia/shared/photos/dirtied';
import { jpegSpecimen } from '@niangjia/shared/photos/specimens';
import { beforeAll, expect, it, vi } from 'vitest';
import { seed } from '../functions/seed.ts';
import { dump } from './dump.ts';
import { at, none, underFaults } from './layers/faults.ts';
import { sabotaged } from './layers/sabotage.ts';
import { sentPhoto } from './photos.ts';
import { openedVenue } from './venues/house.ts';
import { type Actor, staffActor } from './world.ts';

/** Photos between the table and the bucket: several at once, and what a death leaves. */

let keeper: Actor;
beforeAll(async () => {
  vi.spyOn(console, 'log').mockReturnValue();
  vi.spyOn(console, 'error').mockReturnValue();
  await seed();
  keeper = await staffActor('tianyu');
});

/** Six photos added to a venue at once, and how many it has in the end. */
async function sixAtOnce(): Promise<number> {
  const { id: venue } = await openedVenue(1);
  const uploads: string[] = [];
  for (let i = 0; i < 6; i++) uploads.push(await sentPhoto(keeper, venue, jpegSpecimen));
  await Promise.all(
    uploads.map((upload, i) => keeper.call('addVenuePhoto', { venue, upload, words: `第 ${i} 张` })),
  );
  return (await keeper.call('listVenuePhotos', { venue })).body.photos.length;
}

it('keeps every photo of several that are added at once', async () => {
  expect(await sixAtOnce()).toBe(6);
});

it('negative control: without conditions some are lost', async () => {
  expect(await sabotaged('conditions', sixAtOnce)).toBeLessThan(6);
});

const keys = async (under: string) =>
  [...(await dump()).keys()].filter((key) => key.startsWith(`bucket ${under}/`)).length;

/** A photo on its way to a venue, and the request that adds it. */
async function onItsWay() {
  const { id: venue } = await openedVenue(1);
  const upload = await sentPhoto(keeper, venue, tellingJpeg('N39.9421'));
  const add = () => keeper.call('addVenuePhoto', { venue, upload, words: '球台' });
  const shown = async () => (await keeper.call('listVenuePhotos', { venue })).body.photos.length;
  return { add, shown };
}

it('writes the file, then the venue, and drops what arrived last', async () => {
  const { add } = await onItsWay();
  const { calls } = await underFaults(none, add);
  expect(calls.map(({ command }) => command).slice(-4)).toEqual([
    'GetObject',
    'PutObject',
    'PutItemCommand',
    'DeleteObject',
  ]);
});

it('shows nothing of a photo whose request died before the venue was written, and has it when it is sent again', async () => {
  const { add, shown } = await onItsWay();
  const { calls } = await underFaults(none, (await onItsWay()).add);
  const write = calls.findIndex(({ command }) => command === 'PutItemCommand') + 1;
  const [files, waiting] = [await keys('photos'), await keys('incoming')];
  await underFaults(at(write, 'dieBefore'), add);
  expect(await shown()).toBe(0);
  expect([await keys('photos'), await keys('incoming')]).toEqual([files + 1, waiting]);
  expect((await add()).status).toBe(200);
  expect(await shown()).toBe(1);
  expect([await keys('photos'), await keys('incoming')]).toEqual([files + 1, waiting - 1]);
});
