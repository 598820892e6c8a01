import { orgs } from '@niangjia/shared/cast';
import { type ClubNumbers, firstClubsPolicy } from '@niangjia/shared/clubs/policy';
import { HOUR, MINUTE } from '@niangjia/shared/time';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { newKey } from '../../../dev/api.ts';
import { following } from '../../../proof/changes.ts';
import { letClockGo, setClock } from '../../../proof/clock.ts';
import { dayFromNow, makeClub, reportedActivity } from '../../../proof/clubs/world.ts';
import { member } from '../../../proof/venues/house.ts';
import { type Actor, staffActor } from '../../../proof/world.ts';
import { clubsPolicy } from '../../policies.ts';
import { decisionsAbout } from '../../records.ts';
import { seed } from '../../seed.ts';

/** The city changes how activities become points, and points money; before it does, it sees what that would have cost. */

const settled = following();
const org = orgs.city.id;
const { version: _, effectiveFrom: __, ...numbers } = firstClubsPolicy;
let admin: Actor;
let reviewer: Actor;

beforeAll(async () => {
  await seed();
  [admin, reviewer] = [await staffActor('zhenghua'), await staffActor('fangling')];
});
afterEach(letClockGo);

const versions = async (who = admin) => (await who.call('listClubPolicies', { org })).body.versions;
const draft = async (changed: Partial<ClubNumbers>, ahead = HOUR, key = newKey(), after?: number) => {
  const seen = after ?? (await versions()).at(-1)?.version ?? 0;
  const effectiveFrom = Math.floor(Date.now() / HOUR) * HOUR + HOUR + ahead;
  const input = { org, after: seen, effectiveFrom, numbers: { ...numbers, ...changed } };
  return admin.call('draftClubPolicy', input, { key });
};

it('a version holds from its moment on, is made once a request, and is recorded with what it changes', async () => {
  const key = newKey();
  const first = await draft({ aYear: 3_000_000, points: { ...numbers.points, A: 90 } }, HOUR, key, 1);
  const again = await draft({ aYear: 3_000_000, points: { ...numbers.points, A: 90 } }, HOUR, key, 1);
  expect([first.body.version, again.body.version]).toEqual([2, 2]);
  expect((await draft({ aYear: 1 }, HOUR, newKey(), 1)).refusal?.code).toBe('POLICY_CHANGED');
  expect((await clubsPolicy(Date.now())).version).toBe(1);
  expect(await versions()).toMatchObject([
    { version: 1 },
    { version: 2, numbers: { aYear: 3_000_000 }, by: { name: '郑华' } },
  ]);
  await settled();
  expect(await decisionsAbout(org)).toMatchObject([
    {
      ...{ kind: 'policy', to: 'drafted', role: 'admin', about: 'clubs.2' },
      changes: [
        { field: 'aYear', before: '2000000', after: '3000000' },
        { field: 'points.A', before: '80', after: '90' },
      ],
    },
  ]);
  setClock(Date.now() + 3 * HOUR);
  expect((await clubsPolicy(Date.now())).version).toBe(2);
});

it('begins ten minutes ahead at the earliest, and is the city’s alone', async () => {
  const after = (await versions()).at(-1)?.version ?? 0;
  const soon = { org, after, effectiveFrom: Date.now() + MINUTE, numbers };
  expect((await admin.call('draftClubPolicy', soon)).refusal?.code).toBe('POLICY_TOO_SOON');
  const street = { ...soon, org: orgs.xinjiekou.id };
  expect((await admin.call('draftClubPolicy', street)).refusal?.code).toBe('NOT_FOUND');
  const city = await staffActor('chenlu');
  expect((await city.call('draftClubPolicy', soon)).refusal?.code).toBe('NOT_YOURS');
  expect((await city.call('listClubPolicies', { org })).body.mayDraft).toBe(false);
  expect((await admin.call('listClubPolicies', { org })).body.mayDraft).toBe(true);
});

it('a preview says what the last year did cost, and would have cost, also of what had too few people', async () => {
  const club = await makeClub(await member(5_500));
  const done = [
    [31, 'B', -9],
    [12, 'C', -6],
    [3, undefined, -3],
  ] as const;
  for (const [people, seen, days] of done) {
    const start = dayFromNow(days, '14:00');
    const { id: activity } = await reportedActivity(club, { people, changed: { start } });
    const graded = { activity, club: club.id, as: 'table', seen } as const;
    expect((await reviewer.call('gradeActivity', graded)).status).toBe(200);
  }
  await settled();
  const wanted = { ...numbers, bands: [3, 10, 20, 40, 100], aHundred: 100_000 };
  const { body } = await reviewer.call('previewClubPolicy', { org: orgs.xinjiekou.id, numbers: wanted });
  expect(body.did).toEqual({ activities: 3, graded: 2, points: 100, fen: 200_000 });
  expect(body.would).toEqual({ activities: 3, graded: 3, points: 120, fen: 100_000 });
  const elsewhere = { org: orgs.zhongguancun.id, numbers };
  expect((await reviewer.call('previewClubPolicy', elsewhere)).refusal?.code).toBe('NOT_YOURS');
});
