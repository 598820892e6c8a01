import { describe, expect, it } from 'vitest';
import { castVenues } from '../castVenues.ts';
import { refusals } from '../refusal.ts';
import { DAY, HOUR, instantOf, MINUTE } from '../time.ts';
import { emptyCalendar, enter } from './calendar.ts';
import { isHere, isWalkIn, saidToKeeper, whyNotBookFor, whyNotWalkIn } from './guest.ts';
import { firstVenuesPolicy } from './policy.ts';

const start = instantOf('2026-11-25', '14:00');
const slot = { start, end: start + HOUR };
const [room] = castVenues.xinjiekouHome.rooms;
const policy = { ...firstVenuesPolicy, notice: 2 * HOUR };

describe('booking for a guest', () => {
  it.each([
    ['within the notice', start - MINUTE, undefined],
    ['once it has begun', start, 'SLOT_PAST'],
    ['before the day opens', start - 9 * DAY, 'SLOT_NOT_OPEN'],
  ])('%s', (_, now, why) => {
    if (!room) throw new Error('no room');
    expect(whyNotBookFor(room, slot, policy, now)).toBe(why);
  });
});

describe('letting somebody in', () => {
  it.each([
    ['a minute too early', start - 16 * MINUTE, 'WALK_IN_EARLY'],
    ['from when one checks in', start - 15 * MINUTE, undefined],
    ['in the last minute', slot.end - 1, undefined],
    ['when it is over', slot.end, 'WALK_IN_OVER'],
  ])('%s', (_, now, why) => {
    expect(whyNotWalkIn(slot, policy, now)).toBe(why);
  });

  it('is told from booking for later', () => {
    const word = { by: 'k', at: start, venue: 'v', authority: 'a' };
    const place = { id: 'b', person: 'p', by: 'k', word, at: start, state: 'confirmed', policy: 1 } as const;
    expect(isWalkIn({ ...place, came: { at: start, verified: true } })).toBe(true);
    expect(isWalkIn({ ...place, came: { at: start + 1, verified: true } })).toBe(false);
    expect(isWalkIn(place)).toBe(false);
    expect(isWalkIn({ ...place, word: undefined, came: { at: start, verified: true } })).toBe(false);
  });
});

describe('what a keeper is told', () => {
  it.each([
    'ELSEWHERE_THEN',
    'TOO_MANY_AHEAD',
    'TOO_LONG_A_WEEK',
    'UNION_DAY_FULL',
    'BOOKING_BANNED',
    'MEMBERS_ONLY',
    'NOT_FOR_YOUR_WORK',
    'SLOT_TAKEN',
    'BOOKING_OVERTAKEN',
  ] as const)('of %s is about the member, not to them', (code) => {
    expect(saidToKeeper(code)).not.toBe(code);
    expect(refusals[saidToKeeper(code)].text).not.toContain('您');
  });

  it('which limit it was is nobody’s business', () => {
    const limits = ['TOO_MANY_AHEAD', 'TOO_LONG_A_WEEK', 'UNION_DAY_FULL'] as const;
    expect(new Set(limits.map(saidToKeeper))).toEqual(new Set(['GUEST_LIMIT']));
    expect(saidToKeeper('SLOT_CLOSED')).toBe('SLOT_CLOSED');
  });

  it('knows who has this very slot', () => {
    const entry = { id: 'b', what: 'slot', of: 'r', ...slot, since: start - DAY } as const;
    const calendar = enter(emptyCalendar('p'), entry, start - DAY);
    expect(isHere(calendar, { of: 'r', start }, start)).toBe(true);
    expect(isHere(calendar, { of: 'other', start }, start)).toBe(false);
  });
});
