import { orgs } from '@niangjia/shared/cast';
import { castVenues } from '@niangjia/shared/castVenues';
import { tellingJpeg, tellingPng, tellingWebp } from '@niangjia/shared/photos/dirtied';
import { jpegSpecimen, pngSpecimen } from '@niangjia/shared/photos/specimens';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Acting, actingAs } from '../../../dev/api.ts';
import { openidOf } from '../../../dev/wechatCodes.ts';
import { following } from '../../../proof/changes.ts';
import { personOf } from '../../accounts.ts';
import { photoIdOf } from '../../photoUploads.ts';
import { decisionsAbout } from '../../records.ts';
import { newId } from '../../secrets.ts';
import { seed } from '../../seed.ts';
import { photoView } from '../../shownPhotos.ts';
import { appoint } from '../../staff.ts';

const { id: venue } = castVenues.xinjiekouHome;
let keeper: Acting;
let member: Acting;
const settled = following();

beforeAll(async () => {
  await seed();
  [keeper, member] = [await actingAs('tianyu'), await actingAs('zhaomin')];
});

const photo = { type: 'image/jpeg', width: 1, height: 1, words: '', by: '', at: 0 } as const;
const put = async (url: string, type: string, bytes: Uint8Array) =>
  (await fetch(url, { method: 'PUT', headers: { 'content-type': type }, body: Uint8Array.from(bytes) }))
    .status;

async function sent(bytes: Uint8Array, type = 'image/jpeg', of = venue, as = keeper): Promise<string> {
  const { body } = await as('openVenuePhotoUpload', { venue: of, type, bytes: bytes.length });
  expect(await put(body.url, type, bytes)).toBe(200);
  return body.upload;
}
const added = async (upload: string, words = '球台', of = venue, as = keeper) =>
  as('addVenuePhoto', { venue: of, upload, words });
async function cleared(): Promise<void> {
  const { photos } = (await keeper('listVenuePhotos', { venue })).body;
  for (const { id } of photos) await keeper('removeVenuePhoto', { venue, photo: id });
}

describe('a photo', () => {
  it.each([
    ['image/jpeg', tellingJpeg('N39.9421')],
    ['image/png', tellingPng('N39.9421')],
    ['image/webp', tellingWebp('N39.9421')],
  ] as const)(
    'of %s that a keeper sends is shown to everybody, without where it was taken',
    async (type, bytes) => {
      await cleared();
      const { status, body } = await added(await sent(bytes, type), '一层的四张球台');
      expect(status).toBe(200);
      const [photo] = body.photos;
      expect(photo).toMatchObject({ width: 24, height: 16, words: '一层的四张球台' });
      const page = (await member('getVenue', { venue })).body.venue;
      expect(page.photos).toEqual(body.photos);
      const answer = await fetch(photo?.url ?? '');
      expect(answer.headers.get('content-type')).toBe(type);
      expect(Buffer.from(await answer.arrayBuffer()).toString('latin1')).not.toContain('N39.9421');
    },
  );

  it('is one, however often it is added, and keeps its words', async () => {
    await cleared();
    const upload = await sent(jpegSpecimen);
    const first = await added(upload);
    const again = await Promise.all([added(upload), added(upload, '别的话')]);
    for (const { body } of again) expect(body).toEqual(first.body);
  });

  it('that is taken away is gone, for those who know where it was too, and does not come back', async () => {
    await cleared();
    const upload = await sent(jpegSpecimen);
    const [photo] = (await added(upload)).body.photos;
    const gone = { venue, photo: photo?.id ?? '' };
    for (let time = 0; time < 2; time++)
      expect((await keeper('removeVenuePhoto', gone)).body.photos).toEqual([]);
    expect((await fetch(photo?.url ?? '')).status).toBe(404);
    expect((await added(upload)).refusal?.code).toBe('PHOTO_NOT_ARRIVED');
  });

  it('is put into another order with other words', async () => {
    await cleared();
    for (const words of ['一', '二', '三']) await added(await sent(jpegSpecimen), words);
    const { photos } = (await keeper('listVenuePhotos', { venue })).body;
    const turned = photos.map(({ id, words }) => ({ id, words: `第${words}张` })).reverse();
    await keeper('arrangeVenuePhotos', { venue, photos: turned });
    const page = (await member('getVenue', { venue })).body.venue;
    expect(page.photos.map(({ words }) => words)).toEqual(['第三张', '第二张', '第一张']);
  });
});

it('is recorded with who put it there or took it away, and what it shows', async () => {
  await cleared();
  await added(await sent(jpegSpecimen), '新球台');
  await settled();
  await cleared();
  await settled();
  const [gone, came] = await decisionsAbout(venue);
  expect(came).toMatchObject({ kind: 'venue', to: 'changed', role: 'venueKeeper' });
  expect(came?.changes).toEqual([{ field: 'photos', before: '', after: '1 新球台' }]);
  expect(gone?.changes).toEqual([{ field: 'photos', before: '1 新球台', after: '' }]);
});

it('holds six, and says so before the seventh is sent', async () => {
  await cleared();
  const uploads = await Promise.all(Array.from({ length: 7 }, () => sent(jpegSpecimen)));
  const ends = await Promise.all(uploads.map((upload) => added(upload)));
  const codes = ends.map(({ refusal }) => refusal?.code);
  expect(codes.filter((code) => code === undefined)).toHaveLength(6);
  expect(codes.filter((code) => code === 'PHOTOS_FULL')).toHaveLength(1);
  const late = uploads[codes.indexOf('PHOTOS_FULL')] ?? '';
  const sender = { caller: await personOf(openidOf('tianyu')), purpose: `venue ${venue}` };
  const { url } = photoView({ ...photo, id: await photoIdOf(sender, late) });
  expect((await fetch(url)).status).toBe(404);
  const first = uploads[codes.indexOf(undefined)] ?? '';
  const there = photoView({ ...photo, id: await photoIdOf(sender, first) });
  expect((await fetch(there.url)).status).toBe(200);
  const more = await keeper('openVenuePhotoUpload', { venue, type: 'image/jpeg', bytes: 10 });
  expect(more.refusal?.code).toBe('PHOTOS_FULL');
  await cleared();
});

describe('is refused', () => {
  it.each([
    ['image/gif', 100, 'PHOTO_TYPE'],
    ['text/html', 100, 'PHOTO_TYPE'],
    ['image/jpeg', 3_000_000, 'PHOTO_TOO_LARGE'],
    ['image/jpeg', 0, 'PHOTO_UNREADABLE'],
  ])('an upload of %s, %i bytes', async (type, bytes, code) => {
    const { refusal } = await keeper('openVenuePhotoUpload', { venue, type, bytes });
    expect(refusal).toMatchObject({ code, message: expect.stringMatching(/照片/) });
  });

  it.each([
    ['what is no photo', 'image/jpeg', Buffer.from('<html>'.padEnd(200))],
    ['a PNG that was announced as a JPEG', 'image/jpeg', pngSpecimen],
    ['a photo that breaks off', 'image/jpeg', jpegSpecimen.subarray(0, 600)],
  ] as const)('%s', async (_, type, bytes) => {
    await cleared();
    expect((await added(await sent(bytes, type))).refusal?.code).toBe('PHOTO_UNREADABLE');
    expect((await keeper('listVenuePhotos', { venue })).body.photos).toEqual([]);
  });

  it('what was never put, and a made-up upload', async () => {
    const { body } = await keeper('openVenuePhotoUpload', { venue, type: 'image/jpeg', bytes: 10 });
    expect((await added(body.upload)).refusal?.code).toBe('PHOTO_NOT_ARRIVED');
    expect((await added(newId())).refusal?.code).toBe('PHOTO_NOT_ARRIVED');
  });

  it("another keeper's upload, and one for another venue", async () => {
    const upload = await sent(jpegSpecimen);
    const { id: other } = castVenues.xichengPalace;
    const person = await personOf(openidOf('chenjing'));
    await appoint(person, '陈静', orgs.xicheng, ['venueKeeper'], '工发〔2026〕3号');
    const colleague = await actingAs('chenjing');
    expect((await added(upload, '球台', venue, colleague)).refusal?.code).toBe('PHOTO_NOT_ARRIVED');
    expect((await added(upload, '球台', other, colleague)).refusal?.code).toBe('PHOTO_NOT_ARRIVED');
    expect((await added(upload)).status).toBe(200);
  });
});
