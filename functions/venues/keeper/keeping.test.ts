import { orgs } from '@niangjia/shared/cast';
import type { ResponseOf } from '@niangjia/shared/contract';
import { instantOf, MINUTE } from '@niangjia/shared/time';
import type { keeping } from '@niangjia/shared/venues/keeperContract';
import type { Venue } from '@niangjia/shared/venues/venue';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Reply } from '../../../dev/api.ts';
import { following } from '../../../proof/changes.ts';
import { sabotaged } from '../../../proof/layers/sabotage.ts';
import { castMember, member, openedVenue } from '../../../proof/venues/house.ts';
import { type Actor, actingFor, staffActor } from '../../../proof/world.ts';
import { personOf } from '../../accounts.ts';
import { putVenue } from '../../booking/venues.ts';
import { decisionsAt } from '../../entries.ts';
import { decisionsAbout } from '../../records.ts';
import { seed } from '../../seed.ts';
import { appoint } from '../../staff.ts';
import { signToken } from '../../tokens.ts';
import { tick } from '../tick.ts';

/** What a venue's keepers see and decide, and what the members hear of it. */

type Settled = ResponseOf<typeof keeping.settleBooking>;

const settled = following();
const today = '2026-11-25'; // a Wednesday
const at = (clock: string, day = today) => instantOf(day, clock);
let people = 300;
const somebody = () => member(people++);

let venue: Venue;
let keeper: Actor;
let one: Actor;
let other: Actor;

beforeAll(async () => {
  vi.setSystemTime(at('12:00'));
  await seed();
  keeper = await staffActor('tianyu');
});
afterAll(() => {
  vi.useRealTimers();
});
beforeEach(async () => {
  vi.setSystemTime(at('12:00'));
  venue = await openedVenue(2);
  [one, other] = [await somebody(), await somebody()];
});

const slot = (start: number, room = 0) => ({ venue: venue.id, room: venue.rooms[room]?.id ?? '', start });
async function booked(who: Actor, start: number, room = 0) {
  const { body, refusal } = await who.call('bookSlot', slot(start, room));
  expect(refusal).toBeUndefined();
  return { ...slot(start, room), id: body.id };
}
async function slotOf(start: number, room = 0) {
  const { body } = await keeper.call('getKeptDay', { venue: venue.id, day: today });
  return body.rooms[room]?.slots.find((view) => view.start === start);
}
const told = async (who: Actor) => {
  await settled();
  return (await who.call('listMessages', {})).body.messages.map(({ title, text }) => `${title} ${text}`);
};
const ahead = async (who: Actor) => (await who.call('listBookings', {})).body.bookings;

describe('a keeper', () => {
  it('finds the venues of their union and below', async () => {
    const { body } = await keeper.call('listKeptVenues', { org: orgs.xinjiekouJoint.id });
    const ids = body.venues.map(({ id }) => id);
    expect(ids).toContain(venue.id);
    expect(body.venues.every(({ name }) => name === '新街口职工之家')).toBe(true);
    expect((await keeper.call('listKeptVenues', { org: orgs.xicheng.id })).refusal?.code).toBe('NOT_YOURS');
  });

  it('sees who has which place, who waits, who came', async () => {
    const { id } = await booked(one, at('14:00'));
    await other.call('waitForSlot', slot(at('14:00')));
    expect(await slotOf(at('14:00'))).toMatchObject({
      closed: false,
      waiting: 1,
      missed: [],
      places: [{ id, state: 'confirmed' }],
    });
  });
});

describe('checking in', () => {
  it('with a tap, from a quarter of an hour before; seen is verified', async () => {
    const which = await booked(one, at('14:00'));
    expect((await keeper.call('seeBooking', which)).refusal?.code).toBe('CHECK_IN_EARLY');
    vi.setSystemTime(at('13:46'));
    expect((await keeper.call('seeBooking', which)).body.at).toBe(at('13:46'));
    vi.setSystemTime(at('13:47'));
    expect((await keeper.call('seeBooking', which)).body.at).toBe(at('13:46'));
    expect((await slotOf(at('14:00')))?.places[0]).toMatchObject({ state: 'came', verified: true });
    expect((await ahead(one))[0]).toMatchObject({ state: 'came', verified: true });
    expect((await keeper.call('cancelFor', { ...which, reason: 'repair' })).refusal?.code).toBe(
      'CAME_ALREADY',
    );
  });

  it('by the card, an hour after the other', async () => {
    await booked(one, at('14:00'));
    const next = await booked(one, at('15:00'));
    const show = async () => {
      const { token } = await signToken('card', one.id, Date.now());
      return (await keeper.call('seeCard', { venue: venue.id, token })).body;
    };
    vi.setSystemTime(at('13:50'));
    expect(await show()).toMatchObject({ start: at('14:00'), at: at('13:50') });
    vi.setSystemTime(at('14:50'));
    expect(await show()).toMatchObject({ id: next.id, start: at('15:00'), at: at('14:50') });
    expect(await show()).toMatchObject({ id: next.id, start: at('15:00'), at: at('14:50') });
  });

  it('by the card, which finds the booking; a card that is over or of nobody here finds none', async () => {
    const { id } = await booked(one, at('14:00'), 1);
    vi.setSystemTime(at('13:50'));
    const { token } = await signToken('card', one.id, Date.now());
    const show = (card: string) => keeper.call('seeCard', { venue: venue.id, token: card });
    expect((await show(token)).body).toMatchObject({ id, room: '乒乓球 2 号台', start: at('14:00') });
    const { token: others } = await signToken('card', other.id, Date.now());
    expect((await show(others)).refusal?.code).toBe('NOTHING_TO_SEE');
    vi.setSystemTime(at('13:52'));
    expect((await show(token)).refusal?.code).toBe('CARD_OVER');
    expect((await show('nothing')).refusal?.code).toBe('CARD_OVER');
  });
});

describe('cancelling for somebody', () => {
  it('tells them why, records it, and the place goes on', async () => {
    const which = await booked(one, at('14:00'));
    await other.call('waitForSlot', slot(at('14:00')));
    const cancel = () => keeper.call('cancelFor', { ...which, reason: 'repair' });
    expect((await cancel()).status).toBe(200);
    expect((await cancel()).status).toBe(200);
    expect(await told(one)).toEqual([expect.stringContaining('设施要维修')]);
    await settled();
    expect(await told(one)).toHaveLength(1);
    expect(await ahead(one)).toEqual([]);
    expect((await ahead(other))[0]?.state).toBe('offered');
    expect(await decisionsAbout(one.id)).toMatchObject([
      {
        kind: 'booking',
        from: 'booked',
        to: 'cancelled',
        by: keeper.id,
        role: 'venueKeeper',
        reason: 'repair',
      },
    ]);
    // Nothing of it is in the way of another.
    expect((await one.call('bookSlot', slot(at('14:00'), 1))).status).toBe(200);
  });
});

/** What somebody was told, latest first, with the booking that each is about. */
const toldOf = async (who: Actor) => {
  await settled();
  return (await who.call('listMessages', {})).body.messages;
};
const named = (start: number, room = 0) => ({
  venue: venue.id,
  venueName: '新街口职工之家',
  room: venue.rooms[room]?.name,
  start,
  end: start + 60 * MINUTE,
});

describe('closing a room over several bookings of one person', () => {
  const starts = ['14:00', '15:00', '16:00'].map((clock) => at(clock));
  beforeEach(async () => {
    for (const start of starts) await booked(one, start);
    await other.call('waitForSlot', slot(at('15:00')));
    const until = at('17:00');
    const period = { venue: venue.id, room: slot(0).room, from: at('14:00'), until };
    await keeper.call('closeRoom', { ...period, reason: 'event' });
  });

  it('tells each of them, by name, and leads to where there is something else', async () => {
    const messages = await toldOf(one);
    expect(
      messages.map(({ booking }) => booking).toSorted((a, b) => (a?.start ?? 0) - (b?.start ?? 0)),
    ).toEqual(starts.map((start) => named(start)));
    expect(messages.every(({ screen, text }) => screen === 'venue' && text.includes('活动'))).toBe(true);
    expect((await toldOf(other)).map(({ booking }) => booking)).toEqual([named(at('15:00'))]);
  });

  it('records each of them, once, for its person and for auditors', async () => {
    await settled();
    const records = await decisionsAbout(one.id);
    expect(records.map(({ kind, to }) => `${kind} ${to}`)).toEqual(starts.map(() => 'booking closed'));
    expect(new Set(records.map(({ about }) => about)).size).toBe(3);
    const { records: listed } = await decisionsAt({ path: venue.org.path, by: keeper.id }, undefined);
    expect(listed.filter(({ person }) => person === one.id)).toHaveLength(3);
  });
});

describe('a message', () => {
  it('names the place that is held, and what begins soon', async () => {
    const which = await booked(one, at('15:00'));
    await other.call('waitForSlot', slot(at('15:00')));
    await one.call('cancelBooking', { id: which.id });
    expect(await toldOf(other)).toMatchObject([{ screen: 'bookings', booking: named(at('15:00')) }]);
    await other.call('acceptOffer', { id: (await ahead(other))[0]?.id ?? '' });
    await booked(one, at('16:00'), 1);
    vi.setSystemTime(at('14:00'));
    await tick(Date.now());
    expect((await toldOf(one)).map(({ booking }) => booking)).toEqual([named(at('16:00'), 1)]);
  });

  it('names the no-show that was noted, and the one that was taken back', async () => {
    const which = await booked(one, at('14:00'));
    vi.setSystemTime(at('14:16'));
    await tick(Date.now());
    await settled();
    await keeper.call('liftNoShows', { ...slot(which.start), id: which.id });
    const { end: _, ...missed } = named(at('14:00'));
    expect(await toldOf(one)).toMatchObject([
      { screen: 'noShows', booking: missed },
      { screen: 'noShows', booking: missed },
    ]);
  });

  it('names nothing of a house that is no more', async () => {
    const which = await booked(one, at('14:00'));
    await keeper.call('cancelFor', { ...which, reason: 'repair' });
    await putVenue({ ...venue, version: 2, rooms: venue.rooms.slice(1) }, venue);
    vi.setSystemTime(at('12:02'));
    const [message] = await toldOf(one);
    expect(message?.booking).toBeUndefined();
    expect(message).toMatchObject({ title: '您的预订或排队被取消了', screen: 'bookings' });
  });
});

describe('a request', () => {
  beforeEach(async () => {
    venue = await openedVenue(1, { needsApproval: true });
  });

  it('holds its place until the word, and the person is told either way', async () => {
    const which = await booked(one, at('14:00'));
    expect((await other.call('bookSlot', slot(at('14:00')))).refusal?.code).toBe('SLOT_TAKEN');
    const say = (confirmed: boolean) => keeper.call('settleBooking', { ...which, confirmed });
    expect((await say(true)).body).toEqual({ id: which.id, confirmed: true });
    expect((await say(true)).status).toBe(200);
    expect((await say(false)).refusal?.code).toBe('NOT_PENDING');
    expect(await told(one)).toEqual([expect.stringContaining('场馆同意了您的预订')]);
    const another = await booked(other, at('15:00'));
    await keeper.call('settleBooking', { ...another, confirmed: false });
    expect(await told(other)).toEqual([expect.stringContaining('没能同意')]);
    expect((await one.call('bookSlot', slot(at('15:00')))).body.state).toBe('pending');
  });

  /** Two keepers say different things ten times at once; what was told to have been decided. */
  async function decidedAtOnce(start: number, run = (race: () => Promise<Reply<Settled>[]>) => race()) {
    const colleague = await personOf('another keeper');
    await appoint(colleague, '同事', orgs.xinjiekouJoint, ['venueKeeper'], '工发〔2026〕2号');
    const two = [keeper, { id: colleague, call: actingFor(colleague) }];
    const which = await booked(await somebody(), start);
    const say = (by: Actor, i: number) => by.call('settleBooking', { ...which, confirmed: i === 0 });
    const replies = await run(() => Promise.all(Array.from({ length: 5 }, () => two.map(say)).flat()));
    return [...new Set(replies.filter(({ status }) => status === 200).map(({ body }) => body.confirmed))];
  }

  it('is decided once when two keepers say different things at once', async () => {
    expect(await decidedAtOnce(at('14:00'))).toHaveLength(1);
  });

  it('negative control: without conditions it is decided both ways', async () => {
    expect(await decidedAtOnce(at('14:00'), (race) => sabotaged('conditions', race))).toHaveLength(2);
  });

  it('of one’s own is a colleague’s to decide', async () => {
    await castMember('tianyu');
    const { body } = await keeper.call('bookSlot', slot(at('16:00')));
    const { refusal } = await keeper.call('settleBooking', {
      ...slot(at('16:00')),
      id: body.id,
      confirmed: true,
    });
    expect(refusal?.code).toBe('OWN_BOOKING');
  });
});

describe('no-shows', () => {
  /** Somebody booked and did not come. */
  async function missed(who: Actor, start: number) {
    const which = await booked(who, start);
    vi.setSystemTime(start + 16 * MINUTE);
    await tick(Date.now());
    await settled();
    return which;
  }
  const noShows = async (who: Actor) => (await who.call('listNoShows', {})).body;

  it('of a whole slot are voided in one act, which ends a ban', async () => {
    await missed(one, at('13:00'));
    const which = await missed(one, at('14:00'));
    expect((await noShows(one)).bannedUntil).toBeDefined();
    const voided = () => keeper.call('liftNoShows', slot(which.start));
    expect((await voided()).body).toEqual({ lifted: 1 });
    expect((await voided()).body).toEqual({ lifted: 1 });
    await settled();
    const after = await noShows(one);
    expect(after.bannedUntil).toBeUndefined();
    expect(after.noShows.map(({ lifted }) => lifted)).toEqual(['slotVoided', undefined]);
    expect((await told(one)).filter((text) => text.includes('撤销'))).toHaveLength(1);
    expect((await slotOf(which.start))?.missed).toMatchObject([{ id: which.id, lifted: true }]);
  });

  it('are taken back one by one, too', async () => {
    const which = await missed(one, at('13:00'));
    expect((await keeper.call('liftNoShows', { ...slot(which.start), id: which.id })).status).toBe(200);
    await settled();
    expect((await noShows(one)).noShows[0]?.lifted).toBe('keeper');
    expect((await keeper.call('liftNoShows', slot(at('15:00')))).refusal?.code).toBe('PLACE_CHANGED');
  });

  it.each([true, false])('that somebody appeals against are settled once (lifted: %s)', async (lifted) => {
    const { id } = await missed(one, at('13:00'));
    await one.call('appealNoShow', { id, words: '我到了，门口的码扫不出来' });
    const { body } = await keeper.call('listAppeals', { venue: venue.id });
    expect(body.appeals).toMatchObject([{ words: '我到了，门口的码扫不出来', start: at('13:00') }]);
    const settle = (yes: boolean) =>
      keeper.call('settleAppeal', { venue: venue.id, id: `${one.id}.${id}`, lifted: yes });
    const replies = await Promise.all(Array.from({ length: 8 }, () => settle(lifted)));
    expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 200));
    expect((await settle(!lifted)).refusal?.code).toBe('APPEAL_SETTLED');
    await settled();
    expect((await noShows(one)).noShows[0]?.lifted).toBe(lifted ? 'appeal' : undefined);
    expect((await keeper.call('listAppeals', { venue: venue.id })).body.appeals).toEqual([]);
    expect(await told(one)).toContainEqual(expect.stringContaining(lifted ? '撤销' : '还是记着'));
  });
});
