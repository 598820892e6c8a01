import { describe, expect, it } from 'vitest';
import { Refusal } from '../refusal.ts';
import { HOUR, type Instant, instantOf, MINUTE } from '../time.ts';
import type { KeepersWord } from './keepersWord.ts';
import { settle } from './keeping.ts';
import { firstVenuesPolicy as policy } from './policy.ts';
import {
  accept,
  cancel,
  checkIn,
  close,
  dueAt,
  endingOf,
  firstDue,
  freePlaces,
  giveBack,
  giveUp,
  isQuiet,
  type Place,
  pass,
  positionOf,
  type Slot,
  take,
  tick,
  untouched,
  wait,
  whyNotCancel,
  whyNotCheckIn,
  whyNotTake,
  whyNotWait,
} from './slot.ts';

const start = instantOf('2026-11-28', '19:00');
const slot = (capacity = 1): Slot => untouched({ room: 'court', start, end: start + HOUR, capacity });
const at = (clock: string, day = '2026-11-28') => instantOf(day, clock);
const place = (person: string, changed: Partial<Place> = {}): Place => ({
  id: `b-${person}`,
  person,
  at: at('10:00'),
  state: 'confirmed',
  policy: 1,
  ...changed,
});
const taken = (people: string[], capacity = people.length) =>
  people.reduce((so, person) => take(so, place(person)), slot(capacity));
const inLine = (so: Slot, people: string[], now: Instant = at('10:00')) =>
  people.reduce((line, person) => wait(line, { id: `w-${person}`, person, since: now }, policy, now), so);
const word = (now: Instant): KeepersWord => ({ by: 'keeper', at: now, venue: 'v1', authority: '1号' });
const code = (run: () => unknown) => {
  try {
    run();
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};

describe('taking a place', () => {
  it('holds as many as it holds', () => {
    expect(freePlaces(taken(['wang', 'liu'], 3))).toBe(1);
    expect(whyNotTake(taken(['wang', 'liu'], 2))).toBe('SLOT_TAKEN');
    expect(code(() => take(taken(['wang'], 1), place('liu')))).toBe('SLOT_TAKEN');
  });

  it('the same booking again is one booking', () => {
    const once = taken(['wang'], 2);
    expect(take(once, place('wang'))).toBe(once);
  });

  it('counts pending requests and held offers', () => {
    expect(whyNotTake(take(slot(), place('wang', { state: 'pending' })))).toBe('SLOT_TAKEN');
    const offered = cancel(inLine(taken(['wang']), ['liu']), 'b-wang', policy, at('10:00'));
    expect(whyNotTake(offered)).toBe('SLOT_TAKEN');
  });

  it('lets nobody past those who wait', () => {
    // Given up at night: free, but offered to Liu in the morning.
    const free = cancel(inLine(taken(['wang']), ['liu']), 'b-wang', policy, at('23:00', '2026-11-27'));
    expect(freePlaces(free)).toBe(1);
    expect(whyNotTake(free)).toBe('SLOT_TAKEN');
  });
});

describe('the line', () => {
  it.each([
    ['a free slot', slot(), 'liu', at('10:00'), 'SLOT_FREE'],
    ['somebody who has a place', taken(['wang']), 'wang', at('10:00'), 'SLOT_YOURS'],
    ['somebody who waits', inLine(taken(['wang']), ['liu']), 'liu', at('10:00'), 'ALREADY_WAITING'],
    ['after it began', taken(['wang']), 'liu', at('19:00'), 'SLOT_PAST'],
    ['a closed slot', close(slot(), word(at('09:00'))), 'liu', at('10:00'), 'SLOT_CLOSED'],
    ['a full slot', taken(['wang']), 'liu', at('10:00'), undefined],
  ] as const)('%s', (_, so, person, now, expected) => {
    expect(whyNotWait(so, person, policy, now)).toBe(expected);
  });

  it('is as long as the policy says', () => {
    const people = Array.from({ length: policy.waiting }, (_, i) => `p${i}`);
    expect(whyNotWait(inLine(taken(['wang']), people), 'late', policy, at('10:00'))).toBe('WAITLIST_FULL');
  });

  it('tells the position, and closes up when somebody gives up', () => {
    const line = inLine(taken(['wang']), ['liu', 'chen']);
    expect(positionOf(line, 'chen')).toBe(2);
    expect(positionOf(giveUp(line, 'w-liu', at('10:01')), 'chen')).toBe(1);
  });
});

describe('an offer', () => {
  const offeredAt = (now: Instant) => cancel(inLine(taken(['wang']), ['liu', 'chen']), 'b-wang', policy, now);
  const held = (so: Slot) => so.places.find(({ state }) => state === 'offered');

  it.each([
    ['by day, for half an hour', at('10:00'), 'liu', at('10:30')],
    ['near the start, until it', at('18:25'), 'liu', at('18:55')],
    ['at night, none', at('22:00', '2026-11-27'), undefined, undefined],
    ['before eight, none', at('07:59'), undefined, undefined],
    ['at eight, one', at('08:00'), 'liu', at('08:30')],
  ] as const)('%s', (_, now, person, until) => {
    expect([held(offeredAt(now))?.person, held(offeredAt(now))?.until]).toEqual([person, until]);
  });

  it('is held for less when the slot is near, and none is made that nobody could take', () => {
    const late = inLine(take(slot(), place('wang', { state: 'pending' })), ['liu']);
    const refused = (now: Instant) => settle(late, 'b-wang', false, word(now), policy);
    expect(held(refused(at('18:40')))?.until).toBe(start);
    expect(held(refused(at('18:56')))).toBeUndefined();
    // Whoever waits is let go, and the place is anybody's.
    expect(endingOf(refused(at('18:56')), 'w-liu')?.how).toBe('notReached');
    expect(whyNotTake(refused(at('18:56')))).toBeUndefined();
  });

  it('is taken once, until its deadline', () => {
    const offered = offeredAt(at('10:00'));
    expect(accept(offered, 'w-liu', 'confirmed', at('10:30')).places[0]).toMatchObject({
      state: 'confirmed',
    });
    const accepted = accept(offered, 'w-liu', 'confirmed', at('10:10'));
    expect(accept(accepted, 'w-liu', 'confirmed', at('10:20'))).toBe(accepted);
    expect(code(() => accept(offered, 'w-liu', 'confirmed', at('10:30') + 1))).toBe('OFFER_OVER');
    expect(code(() => accept(offered, 'w-chen', 'confirmed', at('10:10')))).toBe('OFFER_OVER');
  });

  it('goes to the next when it is passed on or lapses, for its whole time however late the tick', () => {
    const passed = pass(offeredAt(at('10:00')), 'w-liu', policy, at('10:05'));
    expect(held(passed)).toMatchObject({ person: 'chen', until: at('10:35') });
    expect(pass(passed, 'w-liu', policy, at('10:06'))).toBe(passed);
    const lapsed = tick(offeredAt(at('10:00')), policy, at('10:50'));
    expect(held(lapsed)).toMatchObject({ person: 'chen', until: at('11:20') });
    expect(endingOf(lapsed, 'w-liu')?.how).toBe('lapsed');
  });

  it('comes in the morning after a night', () => {
    const night = offeredAt(at('23:00', '2026-11-27'));
    expect(dueAt(night, policy, at('23:00', '2026-11-27'))).toBe(at('08:00'));
    expect(tick(night, policy, at('07:59'))).toBe(night);
    expect(held(tick(night, policy, at('08:03')))).toMatchObject({ person: 'liu', until: at('08:33') });
  });

  it.each([
    ['21:59', false],
    ['22:00', true],
    ['00:00', true],
    ['07:59', true],
    ['08:00', false],
  ])('%s is quiet: %s', (clock, quiet) => {
    expect(isQuiet(policy, at(clock))).toBe(quiet);
  });
});

describe('cancelling', () => {
  it.each([
    ['half an hour before', 'wang', at('18:30'), undefined],
    ['later', 'wang', at('18:30') + 1, 'CANCEL_TOO_LATE'],
    ['what one has not', 'liu', at('10:00'), 'NOT_BOOKED'],
  ] as const)('%s', (_, person, now, expected) => {
    expect(whyNotCancel(taken(['wang']), `b-${person}`, policy, now)).toBe(expected);
  });

  it('is done once', () => {
    const once = cancel(taken(['wang']), 'b-wang', policy, at('10:00'));
    expect(cancel(once, 'b-wang', policy, at('18:50'))).toBe(once);
    expect(freePlaces(once)).toBe(1);
  });

  it('is not for who has come', () => {
    const early = { ...policy, cancelUntil: 0 };
    const came = checkIn(taken(['wang']), 'b-wang', { at: at('18:50'), verified: true }, policy);
    expect(whyNotCancel(came, 'b-wang', early, at('18:51'))).toBe('ALREADY_CAME');
  });
});

describe('checking in', () => {
  const booked = taken(['wang']);
  it.each([
    ['16 minutes before', at('18:44'), 'CHECK_IN_EARLY'],
    ['15 minutes before', at('18:45'), undefined],
    ['15 minutes after', at('19:15'), undefined],
    ['later', at('19:15') + 1, 'CHECK_IN_OVER'],
  ] as const)('%s', (_, now, expected) => {
    expect(whyNotCheckIn(booked, 'b-wang', policy, now)).toBe(expected);
  });

  it('is verified afterwards by a keeper, and keeps when it was', () => {
    const scanned = checkIn(booked, 'b-wang', { at: at('18:50'), verified: false }, policy);
    expect(checkIn(scanned, 'b-wang', { at: at('18:55'), verified: false }, policy)).toBe(scanned);
    const seen = checkIn(scanned, 'b-wang', { at: at('19:05'), verified: true, by: 'keeper' }, policy);
    expect(seen.places[0]?.came).toEqual({ at: at('18:50'), verified: true, by: 'keeper' });
  });

  it('releases who did not come, and not who came or was never answered', () => {
    const three = [
      place('wang', { at: at('18:00') }),
      place('liu', { at: at('18:00'), came: { at: at('18:59'), verified: true } }),
      place('chen', { state: 'pending' }),
    ].reduce((so, one) => take(so, one), slot(3));
    expect(tick(three, policy, at('19:15'))).toBe(three);
    const after = tick(three, policy, at('19:16'));
    expect(after.ended.map(({ person, how }) => [person, how])).toEqual([
      ['wang', 'released'],
      ['chen', 'notReached'],
    ]);
    expect(tick(after, policy, at('19:30'))).toBe(after);
    expect(code(() => checkIn(after, 'b-wang', { at: at('19:16'), verified: true }, policy))).toBe(
      'CHECK_IN_OVER',
    );
  });
});

it('ends every place and every wait when it is closed', () => {
  const closed = close(inLine(taken(['wang']), ['liu']), word(at('10:00')));
  expect(closed.ended.map(({ person, how, by }) => [person, how, by])).toEqual([
    ['wang', 'closed', 'keeper'],
    ['liu', 'closed', 'keeper'],
  ]);
  expect(close(closed, word(at('10:01')))).toBe(closed);
  expect(dueAt(closed, policy, at('10:00'))).toBeUndefined();
});

it('says when time has something to do next', () => {
  expect(dueAt(slot(), policy, at('10:00'))).toBeUndefined();
  const reminded = { reminded: true };
  expect(dueAt({ ...taken(['wang']), ...reminded }, policy, at('10:00'))).toBe(at('19:15') + 1);
  const offered = cancel(inLine(taken(['wang']), ['liu']), 'b-wang', policy, at('10:00'));
  expect(dueAt(offered, policy, at('10:00'))).toBe(at('10:30') + 1);
  expect(dueAt({ ...inLine(taken(['wang']), ['liu']), ...reminded }, policy, at('10:00'))).toBe(
    at('18:55') + MINUTE / 60_000,
  );
});

describe('reminding', () => {
  const early = start - policy.remindBefore;

  it('is due once, for who booked before that, however late the tick', () => {
    const so = taken(['wang'], 1);
    expect(dueAt(so, policy, at('10:00'))).toBe(early);
    expect(tick(so, policy, early - 1)).toBe(so);
    const after = tick(so, policy, early);
    expect(after.reminded).toBe(true);
    expect(tick(after, policy, early + 1)).toBe(after);
    expect(dueAt(after, policy, early)).toBe(start + policy.checkInAfter + 1);
    expect(tick(so, policy, start).reminded).toBe(true);
  });

  it('is for nobody who booked since, waits for a keeper, or holds an offer', () => {
    const late = take(slot(), place('wang', { at: early }));
    expect(tick(late, policy, early)).toBe(late);
    const pending = take(slot(), place('wang', { state: 'pending' }));
    expect(tick(pending, policy, early)).toBe(pending);
  });

  it.each([
    ['10:00', early],
    ['17:00', start + policy.checkInAfter + 1],
  ])('a slot first booked at %s is first due then', (clock, due) => {
    expect(firstDue({ start }, policy, at(clock))).toBe(due);
  });
});

it('a place given back goes on to who waits; gone is gone', () => {
  const so = inLine(taken(['wang'], 1), ['liu']);
  const after = giveBack(so, 'b-wang', 'moved', policy, at('18:50'));
  expect(endingOf(after, 'b-wang')?.how).toBe('moved');
  expect(after.places.map(({ id, state }) => [id, state])).toEqual([['w-liu', 'offered']]);
  expect(giveBack(after, 'b-wang', 'moved', policy, at('18:51'))).toBe(after);
});
