import { orgs } from '@niangjia/shared/cast';
import { DAY, instantOf, MINUTE } from '@niangjia/shared/time';
import { firstVenuesPolicy, type PolicyNumbers } from '@niangjia/shared/venues/policy';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { newKey } from '../../../dev/api.ts';
import { following } from '../../../proof/changes.ts';
import { sabotaged } from '../../../proof/layers/sabotage.ts';
import { type Actor, staffActor } from '../../../proof/world.ts';
import { venuesPolicy } from '../../policies.ts';
import { decisionsAbout } from '../../records.ts';
import { seed } from '../../seed.ts';

/** The city changes its rules of booking; what was booked before keeps those it was booked under. */

const settled = following();
const noon = instantOf('2026-11-25', '12:00');
const at = (clock: string, day = '2026-11-26') => instantOf(day, clock);
const { version: _, effectiveFrom: __, ...first } = firstVenuesPolicy;
let admin: Actor;

beforeAll(async () => {
  vi.setSystemTime(noon);
  await seed();
  admin = await staffActor('zhenghua');
});
afterAll(() => {
  vi.useRealTimers();
});

const draft = (
  numbers: Partial<PolicyNumbers>,
  { after = 1, effectiveFrom = at('00:00'), who = admin, key = newKey() } = {},
) =>
  who.call(
    'draftPolicy',
    { org: orgs.city.id, after, effectiveFrom, numbers: { ...first, ...numbers } },
    { key },
  );

describe('a draft', () => {
  it.each([
    ['that holds at once', { effectiveFrom: noon + MINUTE }, 'POLICY_TOO_SOON'],
    ['before now', { effectiveFrom: 0 }, 'POLICY_TOO_SOON'],
    ['in more than a year', { effectiveFrom: noon + 367 * DAY }, 'POLICY_TOO_FAR'],
    ['after a version that is not the last', { after: 7 }, 'POLICY_CHANGED'],
  ])('%s is refused', async (_, asked, code) => {
    expect((await draft({}, asked)).refusal?.code).toBe(code);
  });

  it('with numbers that contradict each other is refused', async () => {
    expect((await draft({ offerFor: 5 * MINUTE, offerAtLeast: 10 * MINUTE })).refusal?.code).toBe(
      'POLICY_NO_OFFER',
    );
    expect((await draft({ quietFrom: 0, quietUntil: 24 })).refusal?.code).toBe('POLICY_ALL_QUIET');
  });

  it('with a number that the rest can not do is refused', async () => {
    expect((await draft({ groupWeeks: 52 })).refusal?.code).toBe('INVALID');
  });

  it('is the city’s: a keeper of a street reads, and makes none', async () => {
    const keeper = await staffActor('tianyu');
    expect((await draft({}, { who: keeper })).refusal?.code).toBe('NOT_YOURS');
    const { body } = await keeper.call('listPolicies', { org: orgs.xinjiekouJoint.id });
    expect(body).toMatchObject({ mayDraft: false, versions: [{ version: 1, numbers: { upcoming: 3 } }] });
    const below = await admin.call('draftPolicy', {
      ...{ org: orgs.xicheng.id, after: 1, effectiveFrom: at('00:00'), numbers: first },
    });
    expect(below.refusal?.code).toBe('NOT_FOUND');
  });

  it('is one of many at once; sent again it is the same; without conditions there are more', async () => {
    const key = newKey();
    const replies = await Promise.all([
      ...Array.from({ length: 8 }, (_, i) => draft({ waiting: i + 1 }, { effectiveFrom: at('00:00') + i })),
      ...[1, 2].map(() =>
        draft({ upcoming: 2, cancelUntil: 60 * MINUTE, checkInAfter: 30 * MINUTE }, { key }),
      ),
    ]);
    expect(new Set(replies.filter(({ status }) => status === 200).map(({ body }) => body.version))).toEqual(
      new Set([2]),
    );
    const { body } = await admin.call('listPolicies', { org: orgs.city.id });
    expect(body.versions.map(({ version }) => version)).toEqual([1, 2]);
    const broken = await sabotaged('conditions', async () => {
      const made = await Promise.all(
        Array.from({ length: 20 }, (_, i) => i + 1).map((i) =>
          draft({ waiting: i }, { after: 2, effectiveFrom: at('00:00') + DAY + i }),
        ),
      );
      return made.filter(({ status }) => status === 200).length;
    });
    expect(broken).toBeGreaterThan(1);
  });
});

it('takes the place of those that were to begin then or later, and of none that began', async () => {
  const numbers = async () =>
    (await admin.call('listPolicies', { org: orgs.city.id })).body.versions.map(
      ({ version, effectiveFrom, numbers: { upcoming } }) => ({ version, effectiveFrom, upcoming }),
    );
  const start = await numbers();
  const after = start.at(-1)?.version ?? 0;
  const [ten, twenty, eleven] = [10, 20, 11].map((days) => noon + days * DAY);
  const made = async (upcoming: number, from: number | undefined, last: number) =>
    (await draft({ upcoming }, { after: last, effectiveFrom: from ?? 0 })).body.version;
  expect(await made(5, ten, after)).toBe(after + 1);
  expect(await made(6, twenty, after + 1)).toBe(after + 2);
  // At the moment of the last one.
  expect(await made(7, twenty, after + 2)).toBe(after + 3);
  expect(await numbers()).toEqual([
    ...start,
    { version: after + 1, effectiveFrom: ten, upcoming: 5 },
    { version: after + 3, effectiveFrom: twenty, upcoming: 7 },
  ]);
  // Before it, and after the one before.
  expect(await made(8, eleven, after + 3)).toBe(after + 4);
  expect((await numbers()).map(({ version }) => version)).toEqual([
    ...start.map(({ version }) => version),
    ...[after + 1, after + 4],
  ]);
  // Of those that would each replace it, one does.
  const many = await Promise.all(
    Array.from({ length: 6 }, (_, i) => made(i + 1, (ten ?? 0) + i * MINUTE, after + 4)),
  );
  expect(many.filter(Boolean)).toEqual([after + 5]);
  expect((await numbers()).at(-1)?.version).toBe(after + 5);
  // Who reads them while they change over reads the one that holds then.
  expect((await venuesPolicy(noon + 30 * DAY)).version).toBe(after + 5);
});

it('is recorded: who, as what, and each number before and after', async () => {
  await settled();
  const records = await decisionsAbout(orgs.city.id);
  expect(records[0]).toMatchObject({ kind: 'policy', to: 'drafted', by: admin.id, role: 'admin' });
  expect(records[0]?.changes?.length).toBeGreaterThan(0);
});
