import { castVenues } from '@niangjia/shared/castVenues';
import { jpegSpecimen } from '@niangjia/shared/photos/specimens';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { seed } from '../../../../functions/seed.ts';
import { sentPhoto } from '../../../../proof/photos.ts';
import { type Actor, staffActor } from '../../../../proof/world.ts';
import { screen, see, takePhone, tap, type, waitFor } from '../../../test/phone.tsx';

const { id: venue } = castVenues.xinjiekouHome;
let keeper: Actor;

const words = async () =>
  (await keeper.call('listVenuePhotos', { venue })).body.photos.map((photo) => photo.words);
const open = () => takePhone('tianyu', `/venues/keeper/photos?venue=${venue}`);

beforeAll(async () => {
  await seed();
  keeper = await staffActor('tianyu');
});
beforeEach(async () => {
  for (const { id } of (await keeper.call('listVenuePhotos', { venue })).body.photos)
    await keeper.call('removeVenuePhoto', { venue, photo: id });
});

async function withPhotos(...named: string[]): Promise<void> {
  for (const one of named) {
    const upload = await sentPhoto(keeper, venue, jpegSpecimen);
    await keeper.call('addVenuePhoto', { venue, upload, words: one });
  }
  open();
  await see(`照片 ${named.length} 张`);
}

test('says what to do where there are none', async () => {
  open();
  await see('还没有照片');
  await see('大门、前台、每个房间各一张就很好。');
});

test('puts photos into another order', async () => {
  await withPhotos('大门', '前台', '球台');
  await tap('球台 往前放');
  await waitFor(async () => expect(await words()).toEqual(['大门', '球台', '前台']));
  await waitFor(() =>
    expect(screen.getAllByRole('img').map((one) => one.getAttribute('alt'))).toEqual([
      '大门',
      '球台',
      '前台',
    ]),
  );
});

test('says in words what one shows, when the line is left', async () => {
  await withPhotos('');
  await type('第 1 张拍的是', '一层的球台');
  screen.getByLabelText('第 1 张拍的是').blur();
  await waitFor(async () => expect(await words()).toEqual(['一层的球台']));
});

test('takes one away once it is sure', async () => {
  await withPhotos('大门', '前台');
  await tap('大门 删除');
  await tap('大门 不删');
  await tap('前台 删除');
  await tap('前台 确定删除');
  await see('照片 1 张');
  expect(await words()).toEqual(['大门']);
});

test('takes no seventh', async () => {
  await withPhotos('一', '二', '三', '四', '五', '六');
  await see('已经有 6 张了，先删掉一张再放');
});
