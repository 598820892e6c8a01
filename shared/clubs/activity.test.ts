import { describe, expect, it } from 'vitest';
import { orgs } from '../cast.ts';
import { refusalOf } from '../refusalOf.ts';
import { DAY, HOUR, instantOf, MINUTE } from '../time.ts';
import { type Activity, cancel, declare, type Plan, redeclare, rule, whyNotPlan } from './activity.ts';
import {
  bookAgain,
  isUndeclared,
  roomBooked,
  roomGivenBack,
  roomLost,
  whyNotInRoom,
} from './activityRoom.ts';
import { register } from './club.ts';
import {
  ask,
  begin,
  dueOf,
  nearness,
  putCount,
  report,
  spotOf,
  whyNotCheckIn,
  whyNotPhoto,
  whyNotReport,
  whyNotSay,
  whyNotSignUp,
} from './holding.ts';
import { firstClubsPolicy as policy } from './policy.ts';

const { kind: _, ...org } = orgs.xinjiekouJoint;
const now = instantOf('2026-11-25', '12:00');
const start = instantOf('2026-11-28', '14:00');
const end = start + 2 * HOUR;
const request = (key = 'one', hash = 'a') => ({ key, hash });
const facts = { name: '喜阅社', category: 'reading', words: '每周一起读书' } as const;
const club = register({ id: 'club', org, leader: 'liu', facts }, request(), now);
const plan: Plan = {
  ...{ title: '读书会', nature: 'inClub', start, end, place: '街角书店', expected: 20, words: '' },
};
const room = { venue: 'house', room: 'hall', bookings: [{ id: 'b1', start, end }] };
const declared = declare({ id: 'reading', club, plan }, request(), now);
const activity = (changed: Partial<Activity> = {}): Activity => ({ ...declared, accepted: [], ...changed });
const said = { by: 'fang', role: 'clubReviewer', authority: '工发〔2026〕3号', at: now } as const;
const counted = { at: now, headcount: 6, came: 6, far: 0, denied: 0, anomalies: [] };

describe('a plan', () => {
  it.each([
    ['of the afternoon', start, end, undefined],
    ['that ends before it begins', end, start, 'ACTIVITY_TIMES'],
    ['of twelve hours', start, start + 12 * HOUR, undefined],
    ['of more than twelve hours', start, start + 12 * HOUR + 1, 'ACTIVITY_TIMES'],
    ['of now', now, now + HOUR, 'ACTIVITY_PAST'],
    ['half a year ahead', now + 180 * DAY, now + 180 * DAY + HOUR, undefined],
    ['further ahead', now + 181 * DAY, now + 181 * DAY + HOUR, 'ACTIVITY_TOO_FAR'],
  ] as const)('%s', (_title, from, until, why) => {
    expect(whyNotPlan({ start: from, end: until }, now)).toBe(why);
  });

  const slots = (...from: number[]) =>
    from.map((hours) => ({ start: start + hours * HOUR, end: start + (hours + 1) * HOUR }));
  it.each([
    ['that are just it', slots(0, 1), undefined],
    ['that are longer', slots(-1, 0, 1, 2), undefined],
    ['that begin too late', slots(1), 'ROOM_NOT_WHOLE'],
    ['that end too early', slots(0), 'ROOM_NOT_WHOLE'],
    ['with a gap', slots(-1, 1), 'ROOM_NOT_WHOLE'],
    ['one of them twice', slots(0, 0, 1), 'ROOM_NOT_WHOLE'],
    ['that are none', [], 'ROOM_NOT_WHOLE'],
  ] as const)('in slots %s', (_title, of, why) => {
    expect(whyNotInRoom(of, { start, end })).toBe(why);
  });
});

describe('a room', () => {
  const booking = declare({ id: 'reading', club, plan, room }, request(), now);
  const lost = roomLost(booking, 0);

  it('is booked before the activity is declared, once', () => {
    expect(declared.status).toBe('declared');
    expect(booking).toMatchObject({ status: 'booking', room });
    const booked = roomBooked(booking, 0);
    expect(booked).toMatchObject({ status: 'declared', version: 2, room });
    expect(roomBooked(booked, 0)).toBe(booked);
    expect(roomLost(booked, 0)).toBe(booked);
    expect([declared, booking, booked, lost].map(isUndeclared)).toEqual([false, true, false, true]);
  });

  it('that could not be had leaves nothing declared, until all is given back and asked for anew', () => {
    expect(lost).toMatchObject({ status: 'cancelled', lost: 1, room });
    expect(roomLost(lost, 0)).toBe(lost);
    const over = roomGivenBack(lost, 1);
    expect(over.room).toBeUndefined();
    const again = bookAgain(over, { ...room, bookings: [{ id: 'b2', start, end }] }, now + MINUTE);
    expect(again).toMatchObject({ status: 'booking', lost: 1, declaredAt: now + MINUTE });
    // What comes late of the first try changes nothing of the second.
    for (const late of [roomBooked(again, 0), roomLost(again, 0), roomGivenBack(again, 1)])
      expect(late).toBe(again);
    const booked = roomBooked(again, 1);
    expect([booked.status, booked.lost, isUndeclared(booked)]).toEqual(['declared', undefined, false]);
  });

  it('is not asked for anew when the time is past, or by what was declared', () => {
    expect(refusalOf(() => bookAgain(lost, room, start))).toBe('ACTIVITY_PAST');
    const gone = cancel(activity(), now);
    expect(bookAgain(gone, room, now)).toBe(gone);
    expect(isUndeclared(gone)).toBe(false);
  });
});

const reviewer = { by: 'fang', leads: false, wasThere: false };

it.each([
  ['who led it then', activity({ leader: 'fang' }), {}, 'OWN_CLUB'],
  ['who leads the club now', activity(), { leads: true }, 'OWN_CLUB'],
  ['who checked in', activity(), { wasThere: true }, 'OWN_CLUB'],
  ['a reviewer', activity(), {}, undefined],
  ['a reviewer once more', activity({ status: 'approved' }), {}, 'ACTIVITY_DECIDED'],
] as const)('is agreed to by %s', (_title, of, changed, why) => {
  const yes = { approved: true, decided: said, reviewer: { ...reviewer, ...changed } };
  expect(refusalOf(() => rule(of, yes, request('two'), now))).toBe(why);
});

it('is agreed to or sent back once', () => {
  const yes = { approved: true, decided: said, reviewer };
  const approved = rule(activity(), yes, request('two'), now);
  expect(approved).toMatchObject({
    ...{ status: 'approved', ruled: { by: 'fang', from: 'declared', to: 'approved' } },
  });
  expect(rule(approved, yes, request('two'), now)).toBe(approved);
  const no = rule(activity(), { ...yes, approved: false }, request('two'), now);
  expect(no.status).toBe('returned');
});

describe('is declared again', () => {
  const {
    start: _start,
    end: _end,
    ...mended
  } = { ...plan, place: '图书馆', latitude: 39.9, longitude: 116.3 };

  it.each([
    ['returned', now, undefined],
    ['declared', now, 'ACTIVITY_DECIDED'],
    ['approved', now, 'ACTIVITY_DECIDED'],
    ['returned', start, 'ACTIVITY_PAST'],
  ] as const)('when it is %s', (status, at, why) => {
    expect(refusalOf(() => redeclare(activity({ status }), mended, request('two'), at))).toBe(why);
  });

  it('elsewhere, but for what is in a room', () => {
    const returned = activity({ status: 'returned' });
    expect(redeclare(returned, mended, request('two'), now + DAY)).toMatchObject({
      ...{ status: 'declared', declaredAt: now + DAY, start, end },
      ...{ place: '图书馆', latitude: 39.9 },
    });
    const inRoom = { ...returned, room, place: '职工之家 会议室', latitude: 39.94, longitude: 116.37 };
    expect(redeclare(inRoom, mended, request('two'), now)).toMatchObject({
      ...{ place: '职工之家 会议室', latitude: 39.94, longitude: 116.37 },
    });
  });
});

const statuses = [
  'booking',
  'declared',
  'approved',
  'returned',
  'held',
  'reported',
  'graded',
  'reversed',
  'voided',
  'cancelled',
] as const;
/** The same refusal for all states that are not named. */
const except = (others: Partial<Record<(typeof statuses)[number], string | undefined>>, why: string) =>
  statuses.map((status) => [status, status in others ? others[status] : why] as const);
const fine = undefined;

it.each(except({ declared: fine, approved: fine, returned: fine, cancelled: fine }, 'ACTIVITY_HELD'))(
  'is cancelled when it is %s',
  (status, why) => {
    const seen = activity({ status });
    expect(refusalOf(() => cancel(seen, now))).toBe(why);
    if (status === 'cancelled') expect(cancel(seen, now)).toBe(seen);
  },
);

it.each(except({ approved: fine, held: fine }, 'ACTIVITY_NOT_OPEN'))(
  'is signed up for when it is %s',
  (status, why) => {
    expect(whyNotSignUp({ status, start }, now)).toBe(why);
  },
);

it('is signed up for until it begins', () => {
  expect(whyNotSignUp({ status: 'approved', start }, start - 1)).toBeUndefined();
  expect(whyNotSignUp({ status: 'approved', start }, start)).toBe('ACTIVITY_BEGUN');
});

it.each([
  ['approved', start - 30 * MINUTE - 1, 'ACTIVITY_EARLY'],
  ['approved', start - 30 * MINUTE, undefined],
  ['held', end, undefined],
  ['held', end + 1, 'ACTIVITY_OVER'],
  ['declared', start, 'ACTIVITY_NOT_OPEN'],
  ['reported', start, 'ACTIVITY_NOT_OPEN'],
  ['cancelled', start, 'ACTIVITY_NOT_OPEN'],
] as const)('is checked in to when it is %s, at %i', (status, at, why) => {
  expect(whyNotCheckIn({ status, start, end }, policy, at)).toBe(why);
  expect(refusalOf(() => begin(activity({ status }), undefined, policy, at))).toBe(why);
});

describe('where it is', () => {
  const spot = { latitude: 39.9, longitude: 116.3 };
  const approved = activity({ status: 'approved' });

  it('is the place on the map, else where the leader was with the first code that says so', () => {
    const onMap = { ...approved, latitude: 39.94, longitude: 116.37 };
    expect(spotOf(begin(onMap, undefined, policy, start))).toEqual({ latitude: 39.94, longitude: 116.37 });
    const begun = begin(approved, undefined, policy, start);
    expect(begun).toMatchObject({ status: 'held', heldAt: start });
    expect(spotOf(begun)).toBeUndefined();
    const said = begin(begun, spot, policy, start + MINUTE);
    expect(spotOf(said)).toEqual(spot);
    expect(begin(said, { latitude: 40, longitude: 117 }, policy, start + 2 * MINUTE)).toBe(said);
    expect(said.heldAt).toBe(start);
  });

  it.each([
    [undefined, 'unsaid'],
    [0, 'near'],
    [200, 'near'],
    [201, 'far'],
  ] as const)('%s metres away is %s', (metres, where) => {
    expect(nearness(metres, policy)).toBe(where);
  });
});

describe('what time brings', () => {
  const nine = instantOf('2026-11-29', '09:00');
  const asked = { status: 'held', askedAt: nine } as const;
  it.each([
    ['a room on its way', activity({ status: 'booking', room }), 'drop', now + 5 * MINUTE],
    ['a room that was lost', activity({ status: 'cancelled', lost: 1, room }), 'drop', now + 5 * MINUTE],
    ['one that is given back', activity({ status: 'cancelled', lost: 1 }), undefined, undefined],
    ['declared', activity(), undefined, undefined],
    ['held', activity({ status: 'held' }), 'ask', nine],
    [
      'held until midnight',
      activity({ status: 'held', end: instantOf('2026-11-29', '00:00') - 1 }),
      'ask',
      nine,
    ],
    ['reported', activity({ status: 'reported' }), 'ask', nine],
    ['asked', activity(asked), 'count', nine + DAY + MINUTE],
    ['counted', activity({ ...asked, counted }), undefined, undefined],
    ['voided', activity({ ...asked, status: 'voided' }), undefined, undefined],
  ] as const)('%s', (_title, of, what, at) => {
    expect(dueOf(of, policy)).toEqual(what && { what, at });
  });

  it('asks once and counts once', () => {
    const held = ask(activity({ status: 'held' }), nine);
    expect(ask(held, nine + 1)).toBe(held);
    const once = putCount(held, counted);
    expect(putCount(once, { ...counted, headcount: 7 })).toBe(once);
  });

  it.each([
    ['before anybody is asked', {}, nine, 'NOT_ASKED_YET'],
    ['within a day', { askedAt: nine }, nine + DAY - 1, undefined],
    ['after a day', { askedAt: nine }, nine + DAY, 'ANSWERS_OVER'],
    ['when it is counted', { askedAt: nine, counted }, nine + 1, 'ANSWERS_OVER'],
  ] as const)('somebody answers %s', (_title, of, at, why) => {
    expect(whyNotSay(of, policy, at)).toBe(why);
  });
});

it.each(except({ held: fine, reported: 'REPORTED_ALREADY' }, 'ACTIVITY_NOT_HELD'))(
  'is reported when it is %s, and photographed',
  (status, why) => {
    expect(whyNotReport({ status, end }, policy, end)).toBe(why);
    expect(whyNotPhoto({ status, end }, policy, end)).toBe(why);
  },
);

it.each([
  ['while it goes on', end - 1, 'ACTIVITY_GOES_ON', undefined],
  ['within two weeks', end + 14 * DAY, undefined, undefined],
  ['later', end + 14 * DAY + 1, 'REPORT_LATE', 'REPORT_LATE'],
] as const)('is reported %s, and photographed', (_title, at, why, whyNotOne) => {
  expect(whyNotReport({ status: 'held', end }, policy, at)).toBe(why);
  expect(whyNotPhoto({ status: 'held', end }, policy, at)).toBe(whyNotOne);
});

it('is reported once', () => {
  const reported = report(activity({ status: 'held' }), policy, request('two'), end);
  expect(reported).toMatchObject({ status: 'reported', reportedAt: end });
  expect(report(reported, policy, request('two'), end + HOUR)).toBe(reported);
  expect(refusalOf(() => report(reported, policy, request('three'), end + HOUR))).toBe('REPORTED_ALREADY');
});
