import { describe, expect, it } from 'vitest';
import { MINUTE } from '../time.ts';
import { checkIn, whyNotCheckIn } from './attendance.ts';
import { dueAt, firstDue, tick } from './due.ts';
import { cancel, giveBack, whyNotCancel } from './ending.ts';
import { firstVenuesPolicy as policy } from './policy.ts';
import { at, code, inLine, place, slot, start, taken, word } from './slot.cast.ts';
import { close, endingOf, freePlaces, take, whyNotTake } from './slot.ts';

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
  const reminded = { remindedAt: start - policy.remindBefore };
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
    expect(after.remindedAt).toBe(early);
    expect(tick(after, policy, early + 1)).toBe(after);
    expect(dueAt(after, policy, early)).toBe(start + policy.checkInAfter + 1);
    expect(tick(so, policy, start - MINUTE).remindedAt).toBe(start - MINUTE);
  });

  it('is for nobody who booked since, waits for a keeper, or is there', () => {
    const late = take(slot(), place('wang', { at: early }));
    expect(tick(late, policy, early)).toBe(late);
    const pending = take(slot(), place('wang', { state: 'pending' }));
    expect(tick(pending, policy, early)).toBe(pending);
    const there = take(slot(), place('wang', { came: { at: early - 1, verified: true } }));
    expect(tick(there, policy, early)).toBe(there);
  });

  it('is over once, whatever the policy says since', () => {
    const told = tick(taken(['wang'], 1), policy, early);
    const later = { ...policy, remindBefore: policy.remindBefore / 4 };
    expect(tick(told, later, start - later.remindBefore)).toBe(told);
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
