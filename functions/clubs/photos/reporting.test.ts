import { tellingJpeg } from '@niangjia/shared/photos/dirtied';
import { jpegSpecimen } from '@niangjia/shared/photos/specimens';
import { DAY, HOUR } from '@niangjia/shared/time';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { newKey } from '../../../dev/api.ts';
import { makeActivity, makeClub } from '../../../proof/clubs/world.ts';
import { underFaults } from '../../../proof/layers/faults.ts';
import { sentReportPhoto } from '../../../proof/photos.ts';
import { member } from '../../../proof/venues/house.ts';
import type { Actor } from '../../../proof/world.ts';
import { seed } from '../../seed.ts';
import { getPost } from '../posts.ts';

/** A leader reports an activity that was held, with photos. The bucket has a clock of its own, so this one goes on. */

let people = 3_700;
let leader: Actor;
let activity: string;

/** An activity that ended so long ago, or goes on. */
async function heldAgo(ended: number, status: 'held' | 'approved' = 'held'): Promise<string> {
  const end = Date.now() - ended;
  const club = await makeClub(leader);
  const times = { start: end - 2 * HOUR, end, ...(status === 'held' ? { heldAt: end - 2 * HOUR } : {}) };
  return (await makeActivity(club, { ...times, status })).id;
}

beforeAll(seed);
beforeEach(async () => {
  leader = await member(people++);
  activity = await heldAgo(HOUR);
});
afterAll(() => {
  vi.useRealTimers();
});

const words = '大家读得很投入，下次还来。';
const added = async (of = activity, bytes: Uint8Array = jpegSpecimen) =>
  leader.call('addReportPhoto', {
    activity: of,
    upload: await sentReportPhoto(leader, of, bytes),
    words: '现场',
  });
const report = (key = newKey(), of = activity) =>
  leader.call('reportActivity', { activity: of, words }, { key });
const page = async () => (await leader.call('getActivity', { activity })).body;

it('has photos without where they were taken, one however often it is added, and none that was taken away', async () => {
  const upload = await sentReportPhoto(leader, activity, tellingJpeg('N39.9421'));
  const add = () => leader.call('addReportPhoto', { activity, upload, words: '现场' });
  const first = await add();
  for (const { body } of await Promise.all([add(), add()])) expect(body).toEqual(first.body);
  const [photo] = first.body.photos;
  const file = await fetch(photo?.url ?? '');
  expect(Buffer.from(await file.arrayBuffer()).toString('latin1')).not.toContain('N39.9421');
  expect((await page()).report).toMatchObject({ words: '', handedIn: false, photos: [{ words: '现场' }] });
  for (let time = 0; time < 2; time++)
    expect((await leader.call('removeReportPhoto', { activity, photo: photo?.id ?? '' })).body).toEqual({
      photos: [],
    });
  expect((await fetch(photo?.url ?? '')).status).toBe(404);
});

it('is handed in once, with a photo; then it waits for somebody to look at it, and changes no more', async () => {
  expect((await report()).refusal?.code).toBe('REPORT_NO_PHOTO');
  const { body } = await added();
  const key = newKey();
  for (let time = 0; time < 2; time++) expect((await report(key)).body).toEqual({ id: activity });
  expect(await page()).toMatchObject({ activity: { status: 'reported' }, report: { words, handedIn: true } });
  expect((await getPost(activity))?.state).toBe('waiting');
  expect((await report()).refusal?.code).toBe('REPORTED_ALREADY');
  const other = { activity, words: '别的话也可以' };
  expect((await leader.call('reportActivity', other, { key })).refusal?.code).toBe('KEY_REUSED');
  const upload = { activity, type: 'image/jpeg', bytes: 100 };
  expect((await leader.call('openReportPhotoUpload', upload)).refusal?.code).toBe('REPORTED_ALREADY');
  const gone = { activity, photo: body.photos[0]?.id ?? '' };
  expect((await leader.call('removeReportPhoto', gone)).refusal?.code).toBe('REPORTED_ALREADY');
});

it('that was cut short between its two writes is whole when it is sent again, also with another key', async () => {
  await added();
  let puts = 0;
  await underFaults(
    ({ command }) => (command === 'PutItemCommand' && ++puts === 1 ? 'dieAfter' : undefined),
    () => report(),
  );
  expect((await getPost(activity))?.state).toBe('waiting');
  expect((await page()).activity.status).toBe('held');
  expect((await report()).status).toBe(200);
  expect((await page()).activity.status).toBe('reported');
});

describe('is refused', () => {
  it.each([
    ['before it is held', 0, 'approved', 'ACTIVITY_NOT_HELD', 'ACTIVITY_NOT_HELD'],
    ['while it goes on', -HOUR, 'held', 'ACTIVITY_GOES_ON', undefined],
    ['after two weeks', 15 * DAY, 'held', 'REPORT_LATE', 'REPORT_LATE'],
  ] as const)('%s', async (_, ended, status, code, photo) => {
    const of = await heldAgo(ended, status);
    expect((await report(newKey(), of)).refusal?.code).toBe(code);
    const upload = { activity: of, type: 'image/jpeg', bytes: 100 };
    expect((await leader.call('openReportPhotoUpload', upload)).refusal?.code).toBe(photo);
  });

  it('to who does not lead the club', async () => {
    const other = await member(people++);
    await added();
    const upload = { activity, type: 'image/jpeg', bytes: 100 };
    expect((await other.call('openReportPhotoUpload', upload)).refusal?.code).toBe('NOT_FOUND');
    expect((await other.call('reportActivity', { activity, words })).refusal?.code).toBe('NOT_FOUND');
    expect((await other.call('getActivity', { activity })).body.report).toBeUndefined();
  });

  it('what is no photo, and the seventh', async () => {
    expect((await added(activity, Buffer.from('<html>'.padEnd(200)))).refusal?.code).toBe('PHOTO_UNREADABLE');
    const sent = await Promise.all(
      Array.from({ length: 7 }, () => sentReportPhoto(leader, activity, jpegSpecimen)),
    );
    const ends = await Promise.all(
      sent.map((upload) => leader.call('addReportPhoto', { activity, upload, words: '现场' })),
    );
    expect(ends.filter(({ refusal }) => refusal?.code === 'PHOTOS_FULL')).toHaveLength(1);
    expect((await page()).report?.photos).toHaveLength(6);
  });
});
