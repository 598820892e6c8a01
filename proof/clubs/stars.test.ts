import { orgs } from '@niangjia/shared/cast';
import type { Club } from '@niangjia/shared/clubs/club';
import { type Entry, emptyLedger, reverse, type State } from '@niangjia/shared/clubs/ledger';
import type { wall } from '@niangjia/shared/clubs/wallContract';
import type { ResponseOf } from '@niangjia/shared/contract';
import { DAY, instantOf } from '@niangjia/shared/time';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { putEntry } from '../../functions/clubs/ledgers.ts';
import { newId } from '../../functions/secrets.ts';
import { seed } from '../../functions/seed.ts';
import { following } from '../changes.ts';
import { seeded } from '../seeded.ts';
import { member } from '../venues/house.ts';
import { type Actor, staffActor } from '../world.ts';
import { awarded } from './points.ts';
import { makeClub } from './world.ts';

/** Anybody with what the API tells of a quarter comes to its ranking: here by code that shares nothing with ours. */

const follow = following();
const quarter = '2026-Q3';
const [from, until] = [instantOf('2026-07-01', '00:00'), instantOf('2026-10-01', '00:00')];
let clubs: Club[];
let reader: Actor;
/** Every entry of every ledger. */
const written: Entry[] = [];

type Told = ResponseOf<typeof wall.getStars>;

/** The ranking as somebody would work it out in a spreadsheet, from the published formula alone. */
function recomputed(entries: Told['entries']) {
  const given = entries.filter(({ kind }) => kind === 'award');
  const taken = entries.filter(({ kind }) => kind === 'reversal');
  const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0);
  const rows = [...new Set(entries.map(({ club }) => club))].map((club) => {
    const mine = given.filter((one) => one.club === club);
    const back = taken.filter((one) => one.club === club);
    const stands = mine.filter(({ activity }) => !back.some((one) => one.activity === activity));
    const points = sum(mine.map((one) => one.points)) - sum(back.map((one) => one.points));
    const people = sum(stands.map(({ headcount = 0 }) => headcount));
    return [club, points, stands.length, people] as const;
  });
  const better = (a: (typeof rows)[number], b: (typeof rows)[number]) => {
    for (const column of [1, 2, 3] as const) if (a[column] !== b[column]) return b[column] - a[column];
    return a[0] < b[0] ? -1 : 1;
  };
  return rows.filter(([, points]) => points > 0).sort(better);
}

/** A ledger of half a year: awards of few and many points, so that there are ties, some taken back later. */
async function ledgerOf(club: Club, random: () => number): Promise<void> {
  let state: State = emptyLedger(club.id);
  const open: Extract<Entry, { kind: 'award' }>[] = [];
  let at = instantOf('2026-06-10', '12:00');
  const write = async (entry: Entry) => {
    await putEntry(entry);
    written.push(entry);
    state = entry;
  };
  while (at < until + 20 * DAY) {
    const old = open.length > 0 && random() < 0.3 ? open.splice(Math.floor(random() * open.length), 1) : [];
    for (const award of old) await write(reverse(state, award, '没有办', { by: 'guohao' }, at));
    const what = {
      points: [10, 20, 40][Math.floor(random() * 3)] ?? 10,
      headcount: 5 + Math.floor(random() * 3),
    };
    const entry = awarded(state, at + 1, what);
    await write(entry);
    open.push(entry);
    at += (4 + Math.floor(random() * 8)) * DAY;
  }
}

/** What the API tells of the quarter, all pages of it. */
async function told(): Promise<Told> {
  let { body } = await reader.call('getStars', { quarter });
  const first = body;
  const entries = [...body.entries];
  while (body.cursor) {
    ({ body } = await reader.call('getStars', { quarter, cursor: body.cursor }));
    entries.push(...body.entries);
  }
  return { ...first, entries };
}

beforeAll(async () => {
  vi.setSystemTime(until + 30 * DAY);
  await seed();
  reader = await member(70);
  const random = seeded(20261001);
  clubs = [];
  for (let i = 0; i < 16; i++) clubs.push(await makeClub(reader, { id: newId(), name: `社团${i}` }));
  await Promise.all(clubs.map((club) => ledgerOf(club, random)));
  await follow();
});
afterAll(() => {
  vi.useRealTimers();
});

it('what is told are the entries of all ledgers of the quarter, no more and no fewer', async () => {
  const within = written.filter(({ at }) => at >= from && at < until);
  const name = ({ club, seq }: Pick<Entry, 'club' | 'seq'>) => `${club} ${seq}`;
  expect((await told()).entries.map(name).sort()).toEqual(within.map(name).sort());
  expect(within.length).toBeLessThan(written.length);
  expect(within.filter(({ kind }) => kind === 'reversal').length).toBeGreaterThan(10);
});

it('the ranking told is the one that comes of them; and so is what is published', async () => {
  const { entries, ranking, stars } = await told();
  const wanted = recomputed(entries);
  expect(wanted.length).toBeGreaterThan(stars);
  // Some have as many points as others.
  expect(new Set(wanted.map(([, points]) => points)).size).toBeLessThan(wanted.length);
  const rows = (of: Told['ranking']) => of.map((row) => [row.club, row.points, row.activities, row.people]);
  expect(rows(ranking)).toEqual(wanted);
  const city = await staffActor('chenlu');
  const { body } = await city.call('publishStars', { quarter, org: orgs.city.id });
  expect(rows(body.stars)).toEqual(wanted.slice(0, stars));
});

it('negative control: an entry more, or one fewer, is another ranking', async () => {
  const { entries } = await told();
  const [one] = entries;
  if (!one) throw new Error('no entries');
  expect(recomputed([...entries, one])).not.toEqual(recomputed(entries));
  expect(recomputed(entries.slice(1))).not.toEqual(recomputed(entries));
});
