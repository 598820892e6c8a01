import { orgs } from '@niangjia/shared/cast';
import type { Club } from '@niangjia/shared/clubs/club';
import { reverse } from '@niangjia/shared/clubs/ledger';
import { firstClubsPolicy } from '@niangjia/shared/clubs/policy';
import { DAY, HOUR, instantOf } from '@niangjia/shared/time';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { following } from '../../../proof/changes.ts';
import { pointIn } from '../../../proof/clubs/points.ts';
import { makeClub } from '../../../proof/clubs/world.ts';
import { member } from '../../../proof/venues/house.ts';
import { type Actor, staffActor } from '../../../proof/world.ts';
import { putClubsPolicy } from '../../policies.ts';
import { decisionsAbout } from '../../records.ts';
import { seed } from '../../seed.ts';
import { appoint } from '../../staff.ts';
import { putPoint } from '../points.ts';

/** The stars of the third quarter: worked out by anybody, published once by the city. */

const follow = following();
const quarter = '2026-Q3';
const over = instantOf('2026-10-01', '00:00');
const city = orgs.city.id;
const by = { by: 'fangling', role: 'clubReviewer', authority: '工发〔2026〕1号' } as const;
let leaders: Actor[];
let clubs: Club[];
let publisher: Actor;
beforeAll(async () => {
  vi.setSystemTime(over + HOUR);
  await seed();
  await putClubsPolicy({ ...firstClubsPolicy, version: 2, effectiveFrom: 1, stars: 2 });
  leaders = await Promise.all([1, 2, 3].map((number) => member(number)));
  clubs = [];
  for (const [i, leader] of leaders.entries()) clubs.push(await makeClub(leader, { name: `社团${i}` }));
  publisher = await staffActor('chenlu');
  const august = instantOf('2026-08-15', '12:00');
  for (const [i, points] of [100, 60, 20].entries()) {
    const club = clubs[i];
    if (!club) throw new Error('no club');
    const made = pointIn(club, august, { points });
    await putPoint(made);
    // Of the next quarter, and the last moment of this one.
    await putPoint(pointIn(club, over, { points: 500, headcount: 90, seq: 2 }));
    await putPoint(pointIn(club, over - 1, { points: 1, headcount: 5, seq: 3 }));
    if (i === 0)
      await putPoint({
        ...made,
        entry: reverse({ ...made.entry, seq: 3 }, made.entry, '没有办', by, august + DAY),
      });
  }
});
afterAll(() => {
  vi.useRealTimers();
});

const stars = async (who: Actor, cursor?: string) => (await who.call('getStars', { quarter, cursor })).body;
const publish = (who: Actor, org: string = city) => who.call('publishStars', { quarter, org });
const reader = () => leaders[0] ?? publisher;
const wanted = [
  { name: '社团1', points: 61, activities: 2, people: 35 },
  { name: '社团2', points: 21, activities: 2, people: 35 },
  { name: '社团0', points: 1, activities: 1, people: 5 },
];

it('are a ranking with all that it is worked out from, for everybody', async () => {
  const body = await stars(reader());
  expect(body).toMatchObject({ over: true, stars: 2, ranking: wanted });
  expect(body.published).toBeUndefined();
  expect(body.entries).toHaveLength(7);
  const reversal = body.entries.find(({ kind }) => kind === 'reversal');
  expect(reversal).toMatchObject({ club: clubs[0]?.id, points: 100 });
  const told = JSON.stringify(body);
  expect(leaders.some(({ id }) => told.includes(id))).toBe(false);
});

it('are published by the city alone, an hour after the quarter, once; as often as the same person says so', async () => {
  vi.setSystemTime(over + HOUR - 1);
  expect((await publish(publisher)).refusal?.code).toBe('QUARTER_GOES_ON');
  vi.setSystemTime(over + HOUR);
  expect((await publish(await staffActor('fangling'), orgs.xinjiekou.id)).refusal?.code).toBe('NOT_FOUND');
  expect((await publish(await staffActor('fangling'))).refusal?.code).toBe('NOT_YOURS');
  const first = await publish(publisher);
  expect(first.body.stars).toMatchObject(wanted.slice(0, 2));
  const other = leaders[2] ?? publisher;
  await appoint(other.id, '某某', orgs.city, ['clubReviewer'], '工发〔2026〕3号');
  expect((await publish(other)).refusal?.code).toBe('STARS_PUBLISHED');
  vi.setSystemTime(over + DAY);
  expect((await publish(publisher)).body).toEqual(first.body);
  const { published } = await stars(reader());
  expect(published).toMatchObject({ at: over + HOUR, by: '陈璐', stars: wanted.slice(0, 2) });
});

it('are told to the leaders of now, and recorded, once', async () => {
  for (const _ of [1, 2]) await follow();
  const told = await Promise.all(
    leaders.map(async (who) => {
      const { messages } = (await who.call('listMessages', {})).body;
      return messages.filter(({ club }) => club?.quarter === quarter).map(({ club }) => club?.name);
    }),
  );
  expect(told).toEqual([[], ['社团1'], ['社团2']]);
  const records = (await decisionsAbout(city)).filter(({ kind }) => kind === 'stars');
  expect(records).toMatchObject([{ thing: quarter, by: publisher.id, from: 'none', to: 'published' }]);
});

it('stay as they were published when points are taken back later', async () => {
  const before = await stars(reader());
  const club = clubs[1];
  if (!club) throw new Error('no club');
  const made = pointIn(club, over - DAY, { seq: 9 });
  await putPoint({ ...made, entry: reverse(made.entry, made.entry, '没有办', by, over - DAY) });
  const after = await stars(reader());
  expect(after.ranking).not.toEqual(before.ranking);
  expect(after.published).toEqual(before.published);
});

it('of many entries are read page by page', async () => {
  const club = clubs[2];
  if (!club) throw new Error('no club');
  const at = instantOf('2026-07-01', '00:00');
  const many = Array.from({ length: 500 }, (_, i) => pointIn(club, at + i, { points: 1, seq: 100 + i }));
  for (let i = 0; i < many.length; i += 50) await Promise.all(many.slice(i, i + 50).map(putPoint));
  const first = await stars(reader());
  expect(first.entries).toHaveLength(500);
  const next = await stars(reader(), first.cursor);
  expect(next.entries).toHaveLength(8);
  expect(next.cursor).toBeUndefined();
  const seen = [...first.entries, ...next.entries].map(({ club: of, seq }) => `${of} ${seq}`);
  expect(new Set(seen).size).toBe(508);
});
