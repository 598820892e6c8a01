import { DAY, HOUR, instantOf } from '@niangjia/shared/time';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { getCalendar } from '../../functions/calendars.ts';
import { attendeesOf } from '../../functions/clubs/attendees.ts';
import { seed } from '../../functions/seed.ts';
import { signToken } from '../../functions/tokens.ts';
import { type Plan, underFaults } from '../layers/faults.ts';
import { meeting } from '../layers/meeting.ts';
import { sabotaged } from '../layers/sabotage.ts';
import { seeded } from '../seeded.ts';
import { member } from '../venues/house.ts';
import type { Actor } from '../world.ts';
import { makeActivity, makeClub } from './world.ts';

/** Many people come at once, and one person comes to two places. */

const PEOPLE = 60;
const start = instantOf('2026-11-25', '14:00');
let members: Actor[];

beforeAll(async () => {
  vi.setSystemTime(start - DAY);
  await seed();
  members = await Promise.all(Array.from({ length: PEOPLE }, (_, i) => member(4_000 + i)));
});
beforeEach(() => {
  vi.setSystemTime(start);
});
afterAll(() => {
  vi.useRealTimers();
});

/** An activity that is being held now, of a club of its own; its code. */
async function going(leader: Actor) {
  const club = await makeClub(leader);
  const times = { start, end: start + 2 * HOUR, declaredAt: start - DAY };
  const { id } = await makeActivity(club, { ...times, status: 'held', heldAt: start });
  return { id, code: (await signToken('activity', id, start)).token };
}

/** Now and then a call to the table meets another's, as the real service says it. */
const conflicts =
  (random: () => number): Plan =>
  () =>
    random() < 0.05 ? (random() < 0.5 ? 'conflict' : 'throttle') : undefined;

const near = { latitude: 39.94, longitude: 116.37 };
const cameTo = async (activity: string) =>
  (await attendeesOf(activity, 'now')).filter(({ cameAt }) => cameAt !== undefined);

describe('sixty people at one code', () => {
  it('are each counted once, though every phone sends it twice', async () => {
    const random = seeded(1);
    const { id, code } = await going(members[0] as Actor);
    const insisting = async (who: Actor) => {
      const ask = () => who.call('checkInToActivity', { code, ...near });
      let { answer } = await underFaults(conflicts(random), ask);
      while (answer.refusal?.code === 'BUSY') ({ answer } = await underFaults(conflicts(random), ask));
      return answer.refusal?.code ?? 'came';
    };
    const ends = await Promise.all([...members, ...members].map(insisting));
    expect(ends).toEqual(Array.from({ length: 2 * PEOPLE }, () => 'came'));
    const came = await cameTo(id);
    expect(new Set(came.map(({ person }) => person)).size).toBe(PEOPLE);
    expect(came).toHaveLength(PEOPLE);
    const [leader] = members;
    const { body } = (await leader?.call('getActivity', { activity: id })) ?? {};
    expect(body).toMatchObject({ came: PEOPLE, signedUp: PEOPLE });
  });
});

describe('one person at two activities at once', () => {
  /** Which of the two they came to, again and again with others; and what stands in their calendars. */
  async function torn(people: readonly Actor[]) {
    const [here, there] = [await going(members[1] as Actor), await going(members[2] as Actor)];
    const both = people.flatMap((who) => [here, there].map(({ code }) => ({ who, code })));
    const answers = await meeting(both.length, () =>
      Promise.all(both.map(({ who, code }) => who.call('checkInToActivity', { code, ...near }))),
    );
    const came = [...(await cameTo(here.id)), ...(await cameTo(there.id))].map(({ person }) => person);
    const calendars = await Promise.all(people.map(({ id }) => getCalendar(id)));
    const entered = calendars.map(
      ({ entries }) => entries.filter(({ of }) => of === here.id || of === there.id).length,
    );
    return {
      answers,
      entered,
      twice: people.filter(({ id }) => came.filter((one) => one === id).length > 1),
    };
  }

  const TEN = 10;
  const ten = (from: number) => Promise.all(Array.from({ length: TEN }, (_, i) => member(from + i)));

  it('gets one of them, and is told why not the other', async () => {
    const { answers, entered, twice } = await torn(await ten(4_100));
    expect(twice).toEqual([]);
    expect(entered).toEqual(Array.from({ length: TEN }, () => 1));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(TEN);
    const told = new Set(answers.flatMap(({ refusal }) => refusal?.code ?? []));
    expect([...told]).toEqual(['OTHER_ACTIVITY_THEN']);
  });

  it("negative control: without the calendar's condition they are at both", async () => {
    const people = await ten(4_200);
    const { twice } = await sabotaged('conditions', () => torn(people));
    expect(twice.length).toBeGreaterThan(0);
  });
});
