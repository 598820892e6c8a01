import { firstClubsPolicy } from '@niangjia/shared/clubs/policy';
import { DAY, HOUR, instantOf, MINUTE, SECOND } from '@niangjia/shared/time';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { following } from '../../proof/changes.ts';
import { approvedBy, clubOf, codeOf, declaredBy, planOf, ruled, toldTo } from '../../proof/clubs/acts.ts';
import { member, openedVenue } from '../../proof/venues/house.ts';
import { type Actor, staffActor, worker } from '../../proof/world.ts';
import { membershipKey } from '../members.ts';
import { seed } from '../seed.ts';
import { subscriptionOf } from '../subscriptions.ts';
import { updateItem } from '../table.ts';
import { changeActivity, getActivity } from './activities.ts';
import { tick } from './tick.ts';

/** Who signs up, checks in with the code of the moment, and says the day after that they were there. */

const noon = instantOf('2026-11-25', '12:00');
const start = instantOf('2026-11-26', '14:00');
const end = start + 2 * HOUR;
const place = { latitude: 39.94, longitude: 116.37 };
const far = { latitude: 39.95, longitude: 116.37 };
let people = 3_400;
let leader: Actor;
let club: string;
let one: Actor;
const settled = following();

beforeAll(async () => {
  vi.setSystemTime(noon);
  await seed();
});
afterAll(() => {
  vi.useRealTimers();
});
beforeEach(async () => {
  vi.setSystemTime(noon);
  [leader, one] = [await member(people++), await member(people++)];
  club = await clubOf(leader);
});

const page = async (who: Actor, activity: string) => (await who.call('getActivity', { activity })).body;
const checkIn = (who: Actor, code: string, at: object = place) =>
  who.call('checkInToActivity', { code, ...at });
const mine = async (who: Actor) => (await who.call('listMyActivities', {})).body.activities;
const held = async () => {
  const activity = await approvedBy(leader, club);
  vi.setSystemTime(start);
  return { activity, code: await codeOf(leader, activity) };
};

describe('signing up', () => {
  it('is for members, once, until it begins; given up it is free again', async () => {
    const [activity, stranger] = [await declaredBy(leader, club), await worker(310)];
    expect((await one.call('signUp', { activity })).refusal?.code).toBe('ACTIVITY_NOT_OPEN');
    await ruled(activity);
    expect((await stranger.call('signUp', { activity })).refusal?.code).toBe('CLUB_MEMBERS_ONLY');
    expect((await one.call('endSignUp', { activity })).refusal?.code).toBe('NOT_SIGNED_UP');
    for (let time = 0; time < 2; time++)
      expect((await one.call('signUp', { activity, remind: ['activity'] })).body).toEqual({ signedUp: true });
    expect(await page(one, activity)).toMatchObject({ signedUp: 1, came: 0, mine: { signedUp: true } });
    expect(await mine(one)).toMatchObject([{ id: activity, came: false, asked: false }]);
    for (let time = 0; time < 2; time++)
      expect((await one.call('endSignUp', { activity })).body).toEqual({ signedUp: false });
    expect(await mine(one)).toEqual([]);
    expect((await one.call('signUp', { activity })).body).toEqual({ signedUp: true });
    expect(await mine(one)).toHaveLength(1);
    await settled();
    expect((await subscriptionOf(one.id, 'activity'))?.taps.size).toBe(1);
    vi.setSystemTime(start);
    const late = await member(people++);
    expect((await page(late, activity)).mine.whyNotSignUp).toBe('ACTIVITY_BEGUN');
    expect((await late.call('signUp', { activity })).refusal?.code).toBe('ACTIVITY_BEGUN');
  });

  it('is for one place at a time: other activities, and bookings, but for what came to nothing', async () => {
    const [other, third] = [await member(people++), await member(people++)];
    const theirs = await clubOf(other);
    const [first, second] = [await approvedBy(leader, club), await approvedBy(other, theirs)];
    await one.call('signUp', { activity: first });
    expect((await page(one, second)).mine.whyNotSignUp).toBe('OTHER_ACTIVITY_THEN');
    expect((await one.call('signUp', { activity: second })).refusal?.code).toBe('OTHER_ACTIVITY_THEN');
    const after = await approvedBy(other, theirs, { start: end, end: end + HOUR });
    expect((await one.call('signUp', { activity: after })).status).toBe(200);
    await one.call('endSignUp', { activity: first });
    expect((await one.call('signUp', { activity: second })).status).toBe(200);

    const { id: venue, rooms } = await openedVenue(2);
    const slot = (number: number) => ({ venue, room: rooms[number]?.id ?? '', start });
    expect((await one.call('bookSlot', slot(0))).refusal?.code).toBe('ELSEWHERE_THEN');
    expect((await third.call('bookSlot', slot(0))).status).toBe(200);
    expect((await third.call('signUp', { activity: first })).refusal?.code).toBe('OTHER_ACTIVITY_THEN');
    // Whose booking was lost, and who has not heard of it, is nowhere.
    const fourth = await member(people++);
    expect((await fourth.call('bookSlot', slot(0))).refusal?.code).toBe('SLOT_TAKEN');
    expect((await page(fourth, first)).mine.whyNotSignUp).toBeUndefined();
    expect((await fourth.call('signUp', { activity: first })).status).toBe(200);
  });

  it('is of nothing that was cancelled: who signed up is told, and is free', async () => {
    const activity = await approvedBy(leader, club);
    await one.call('signUp', { activity });
    await leader.call('cancelActivity', { activity });
    await settled();
    expect(await toldTo(one)).toEqual(['activityCancelled']);
    expect(await mine(one)).toEqual([]);
    const again = await approvedBy(leader, club);
    expect((await one.call('signUp', { activity: again })).status).toBe(200);
  });

  it('is of nothing that the union finds to be none before it began: who signed up is told', async () => {
    const reviewer = await staffActor('fangling');
    const activity = await approvedBy(leader, club);
    await one.call('signUp', { activity });
    vi.setSystemTime(start - 20 * MINUTE);
    await codeOf(leader, activity);
    expect((await reviewer.call('voidActivity', { activity, words: '没有这场活动' })).status).toBe(200);
    await settled();
    expect(await toldTo(one)).toEqual(['activityOff']);
    expect(await toldTo(leader)).toContain('activityVoided');
    expect(await mine(one)).toEqual([]);
  });

  it('ends with the membership, as being in clubs does', async () => {
    const activity = await approvedBy(leader, club);
    await one.call('joinClub', { club });
    await one.call('signUp', { activity });
    await updateItem(membershipKey(one.id), {
      UpdateExpression: 'SET membership = :left',
      ExpressionAttributeValues: { ':left': 'left' },
    });
    await settled();
    expect(await page(leader, activity)).toMatchObject({ signedUp: 0 });
    expect((await leader.call('getClub', { club })).body.members).toBe(1);
  });
});

describe('the code', () => {
  it("begins the activity, from half an hour before, on the leader's screen alone", async () => {
    const activity = await approvedBy(leader, club);
    expect((await leader.call('showCode', { activity })).refusal?.code).toBe('ACTIVITY_EARLY');
    vi.setSystemTime(start - 30 * MINUTE);
    expect((await one.call('showCode', { activity })).refusal?.code).toBe('NOT_FOUND');
    const { body } = await leader.call('showCode', { activity });
    expect(body).toMatchObject({ renewAt: Date.now() + 30 * SECOND, came: 0, latest: [] });
    expect(body.until - Date.now()).toBeGreaterThanOrEqual(44 * SECOND);
    expect((await page(one, activity)).activity.status).toBe('held');
    vi.setSystemTime(end + 1);
    expect((await leader.call('showCode', { activity })).refusal?.code).toBe('ACTIVITY_OVER');
  });

  it('is good for three quarters of a minute, and no code for anything else', async () => {
    const { code } = await held();
    vi.setSystemTime(start + 44 * SECOND);
    expect((await checkIn(one, code)).status).toBe(200);
    vi.setSystemTime(start + 46 * SECOND);
    const late = await member(people++);
    expect((await checkIn(late, code)).refusal?.code).toBe('ACTIVITY_CODE_OVER');
    expect((await checkIn(late, 'made up')).refusal?.code).toBe('ACTIVITY_CODE_OVER');
    expect((await late.call('verifyCard', { token: code })).body).toMatchObject({ valid: false });
  });
});

describe('checking in', () => {
  it('says where one was, the first time or when one is near at last; once is once', async () => {
    const { activity, code } = await held();
    expect((await checkIn(one, code, {})).body).toMatchObject({ activity, near: false, cameAt: start });
    vi.setSystemTime(start + 10 * SECOND);
    expect((await checkIn(one, code, far)).body).toMatchObject({ near: false, cameAt: start });
    expect((await checkIn(one, code)).body).toMatchObject({ near: true, cameAt: start });
    expect((await checkIn(one, code, far)).body).toMatchObject({ near: true, cameAt: start });
    expect(await page(one, activity)).toMatchObject({ came: 1, signedUp: 1, mine: { near: true } });
    expect((await one.call('endSignUp', { activity })).refusal?.code).toBe('CAME_TO_ACTIVITY');
    expect(await mine(one)).toMatchObject([{ id: activity, came: true }]);
  });

  it("is measured from the leader's phone where the place is on no map", async () => {
    const activity = await approvedBy(leader, club, { latitude: undefined, longitude: undefined });
    vi.setSystemTime(start);
    const code = (await leader.call('showCode', { activity, ...place })).body.code;
    expect((await checkIn(one, code)).body.near).toBe(true);
    expect((await checkIn(await member(people++), code, far)).body.near).toBe(false);
  });

  it('is for members, in one place; who signed up for another activity is there', async () => {
    const [other, stranger] = [await member(people++), await worker(311)];
    const theirs = await clubOf(other);
    const elsewhere = await approvedBy(other, theirs);
    await one.call('signUp', { activity: elsewhere });
    const { code } = await held();
    expect((await checkIn(stranger, code)).refusal?.code).toBe('CLUB_MEMBERS_ONLY');
    expect((await checkIn(one, code)).refusal?.code).toBe('OTHER_ACTIVITY_THEN');
    await one.call('endSignUp', { activity: elsewhere });
    expect((await checkIn(one, code)).status).toBe(200);
    expect((await checkIn(one, await codeOf(other, elsewhere))).refusal?.code).toBe('OTHER_ACTIVITY_THEN');
  });

  it('is shown to the leader as it goes on', async () => {
    const { activity, code } = await held();
    await checkIn(one, code);
    const { body } = await leader.call('showCode', { activity });
    expect(body.came).toBe(1);
  });
});

const nine = instantOf('2026-11-27', '09:00');

describe('the day after', () => {
  it('each who came is asked, answers for a day, and is counted once', async () => {
    const { activity, code } = await held();
    const guests = await Promise.all(Array.from({ length: 7 }, () => member(people++)));
    for (const [i, guest] of guests.entries()) {
      vi.setSystemTime(start + i * 5 * SECOND);
      await checkIn(guest, code, i < 3 ? place : i < 5 ? far : {});
    }
    await one.call('signUp', { activity }); // too late, and did not come
    const [near, denies, , farYes, farSilent, unsaidYes] = guests;
    vi.setSystemTime(nine - MINUTE);
    await tick(Date.now());
    const say = (who: Actor | undefined, was: boolean) => who?.call('sayPresence', { activity, was });
    expect((await say(near, true))?.refusal?.code).toBe('NOT_ASKED_YET');
    vi.setSystemTime(nine + 7 * MINUTE);
    await tick(Date.now());
    await settled();
    for (const guest of guests) expect(await toldTo(guest)).toContain('wereYouThere');
    expect(await toldTo(one)).toEqual([]);
    expect((await page(near as Actor, activity)).mine).toMatchObject({
      ...{ asked: true, until: Date.now() + DAY },
    });
    expect(await mine(denies as Actor)).toMatchObject([{ id: activity, asked: true }]);
    for (const was of [true, true, false]) expect((await say(denies, was))?.body).toEqual({ was });
    await say(farYes, true);
    await say(unsaidYes, true);
    expect((await say(one, true))?.refusal?.code).toBe('NOT_ASKED_YET');
    expect(await mine(denies as Actor)).toEqual([]);
    vi.setSystemTime(nine + 7 * MINUTE + DAY);
    await tick(Date.now());
    expect((await page(leader, activity)).counted).toBeUndefined();
    expect((await say(farSilent, true))?.refusal?.code).toBe('ANSWERS_OVER');
    for (let minute = 1; minute < 4; minute++) await tick(Date.now() + minute * MINUTE);
    const { counted, gradedFrom } = await page(leader, activity);
    // Two near who do not deny it, one who was far and one whose phone said nothing, who both say yes.
    expect(counted).toEqual({
      ...{ headcount: 4, came: 7, far: 2, denied: 1 },
      anomalies: [
        { kind: 'far', people: 2 },
        { kind: 'denied', people: 1 },
      ],
    });
    expect(gradedFrom).toBe(Date.now() + MINUTE);
    expect((await page(one, activity)).counted).toBeUndefined();
  });

  it('a late tick asks later and counts later, and changes nothing else', async () => {
    const { activity, code } = await held();
    await checkIn(one, code);
    vi.setSystemTime(nine + 5 * HOUR);
    await tick(Date.now());
    expect((await page(one, activity)).mine.until).toBe(Date.now() + DAY);
    await one.call('sayPresence', { activity, was: true });
    vi.setSystemTime(nine + 40 * HOUR);
    for (let time = 0; time < 2; time++) await tick(Date.now());
    expect((await page(leader, activity)).counted).toMatchObject({ headcount: 1, came: 1 });
  });

  it('the same circle as three times before is odd', async () => {
    const guests = await Promise.all(Array.from({ length: 5 }, () => member(people++)));
    const ids: string[] = [];
    for (let day = 0; day < 4; day++) {
      vi.setSystemTime(noon + day * DAY);
      const activity = await approvedBy(leader, club);
      const begins = planOf().start;
      for (const [i, guest] of guests.entries()) {
        vi.setSystemTime(begins + i * MINUTE);
        await checkIn(guest, await codeOf(leader, activity));
      }
      ids.push(activity);
    }
    for (let hour = 0; hour < 80; hour += 4) await tick(Date.now() + hour * HOUR);
    const odd = await Promise.all(
      ids.map(async (id) => (await page(leader, id)).counted?.anomalies.map(({ kind }) => kind)),
    );
    expect(odd).toEqual([[], [], [], ['sameCircle']]);
  });

  it('an activity that waits longer by now is listed anew, and keeps no other waiting', async () => {
    const { activity, code } = await held();
    await checkIn(one, code);
    const seen = await getActivity(activity);
    if (!seen) throw new Error('no activity');
    // As it was listed under a policy that asked at midnight.
    await changeActivity(seen, { ...firstClubsPolicy, askAtHour: 0 }, (current) => ({
      ...current,
      version: current.version + 1,
    }));
    const early = instantOf('2026-11-27', '00:01');
    expect(await tick(early)).toBeGreaterThan(0);
    expect((await getActivity(activity))?.askedAt).toBeUndefined();
    expect(await tick(early)).toBe(0);
  });
});
