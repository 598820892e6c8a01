import { describe, expect, it } from 'vitest';
import { HOUR, type Instant } from '../time.ts';
import { dueAt, tick } from './due.ts';
import { cancel, giveUp, pass } from './ending.ts';
import { settle } from './keeping.ts';
import { accept, isQuiet, positionOf, quietEnds, wait, whyNotWait } from './line.ts';
import { firstVenuesPolicy as policy } from './policy.ts';
import { at, code, inLine, place, slot, start, taken, word } from './slot.cast.ts';
import { close, endingOf, type Slot, take, whyNotTake } from './slot.ts';

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

  it('is entered once by one wait, which does not come back', () => {
    const again = { id: 'w-liu', person: 'liu', since: at('10:02') };
    const line = inLine(taken(['wang']), ['liu']);
    const gone = giveUp(line, 'w-liu', policy, at('10:01'));
    for (const so of [line, gone]) expect(wait(so, again, policy, at('10:02'))).toBe(so);
    expect(wait(gone, { ...again, id: 'another' }, policy, at('10:02')).waiting).toHaveLength(1);
  });

  it('tells the position, and closes up when somebody gives up', () => {
    const line = inLine(taken(['wang']), ['liu', 'chen']);
    expect(positionOf(line, 'chen')).toBe(2);
    expect(positionOf(giveUp(line, 'w-liu', policy, at('10:01')), 'chen')).toBe(1);
  });
});

describe('giving up', () => {
  const offered = cancel(inLine(taken(['wang']), ['liu', 'chen']), 'b-wang', policy, at('10:00'));

  it('at the moment of an offer passes it on', () => {
    const after = giveUp(offered, 'w-liu', policy, at('10:01'));
    expect(after.places).toMatchObject([{ id: 'w-chen', state: 'offered', until: at('10:31') }]);
    expect(endingOf(after, 'w-liu')?.how).toBe('passed');
  });

  it('what was taken since changes nothing', () => {
    const taken = accept(offered, 'w-liu', 'confirmed', at('10:01'));
    expect(giveUp(taken, 'w-liu', policy, at('10:02'))).toBe(taken);
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
    ['by night', 0, 7, { '00:00': true, '06:59': true, '07:00': false, '12:00': false, '23:00': false }],
    ['over noon', 12, 14, { '11:59': false, '12:00': true, '13:59': true, '14:00': false }],
    ['until midnight', 22, 24, { '21:59': false, '23:59': true, '00:00': false }],
    ['over midnight', 22, 0, { '23:59': true, '00:00': false }],
    ['never', 8, 8, { '07:59': false, '08:00': false, '20:00': false }],
    ['never, told otherwise', 24, 0, { '00:00': false, '23:59': false }],
  ] as const)('quiet %s (%i–%i)', (_, quietFrom, quietUntil, clocks) => {
    const quiet = { ...policy, quietFrom, quietUntil };
    for (const [clock, is] of Object.entries(clocks)) {
      expect([clock, isQuiet(quiet, at(clock))]).toEqual([clock, is]);
      if (!is) continue;
      // Over when it ends, and not a moment before.
      const ends = quietEnds(quiet, at(clock));
      expect([isQuiet(quiet, ends - 1), isQuiet(quiet, ends)]).toEqual([true, false]);
    }
  });

  it('is held until the slot can be booked no more, and who waits by then is let go', () => {
    const early = { ...policy, notice: 2 * HOUR };
    const line = inLine(taken(['wang']), ['liu']);
    const near = cancel(line, 'b-wang', early, at('16:40'));
    expect(held(near)?.until).toBe(at('17:00'));
    const waiting = { ...line, remindedAt: at('11:00') };
    expect(dueAt(waiting, early, at('16:00'))).toBe(at('16:55') + 1);
    expect(endingOf(tick(waiting, early, at('16:55') + 1), 'w-liu')?.how).toBe('notReached');
    expect(tick(waiting, early, at('16:55'))).toBe(waiting);
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
