import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from './time.ts';
import { begin, end, live, liveOne, renew, type WebSignIn } from './webSignIn.ts';

const NOON = 1_800_000_000_000;
const browser = { family: 'edge', system: 'windows' } as const;
const begun = (all: readonly WebSignIn[], id: string, after = 0) => begin(all, { id, browser }, NOON + after);
const idsOf = (all: readonly WebSignIn[], after = 0) => live(all, NOON + after).map(({ id }) => id);
const five = ['a', 'b', 'c', 'd', 'e'].reduce<readonly WebSignIn[]>((all, id, i) => begun(all, id, i), []);

describe('signing in', () => {
  it('lasts twelve hours', () => {
    const all = begun([], 'a');
    expect(idsOf(all, 12 * HOUR - 1)).toEqual(['a']);
    expect(idsOf(all, 12 * HOUR)).toEqual([]);
  });

  it('is told the latest first', () => {
    expect(idsOf(five, 10)).toEqual(['e', 'd', 'c', 'b', 'a']);
  });

  it('at a sixth place ends the oldest', () => {
    expect(idsOf(begun(five, 'f', 9), 10)).toEqual(['f', 'e', 'd', 'c', 'b']);
  });

  it('twice with one pairing is once', () => {
    expect(begun(five, 'c', 9)).toBe(five);
  });

  it('is not taken up again after it has ended', () => {
    const ended = end(five, 'c', NOON + 9);
    expect(begun(ended, 'c', 10)).toBe(ended);
    expect(liveOne(ended, 'c', NOON + 10)).toBeUndefined();
  });

  it('drops what has ended once its pairing is over', () => {
    const later = begun(end(five, 'c', NOON + 9), 'f', 3 * MINUTE);
    expect(later.map(({ id }) => id)).toEqual(['a', 'b', 'd', 'e', 'f']);
  });

  it('keeps few of those that have ended, however many there were', () => {
    const many = Array.from({ length: 40 }).reduce<readonly WebSignIn[]>(
      (all, _, i) => end(begun(all, `${i}`, i), undefined, NOON + i),
      [],
    );
    expect(many.length).toBeLessThanOrEqual(10);
  });
});

describe('signing out', () => {
  it('ends one', () => {
    expect(idsOf(end(five, 'b', NOON + 9), 10)).toEqual(['e', 'd', 'c', 'a']);
  });
  it('ends all', () => {
    expect(idsOf(end(five, undefined, NOON + 9), 10)).toEqual([]);
  });
  it.each([
    ['somebody else’s', 'x'],
    ['what has ended', 'b'],
  ])('of %s changes nothing', (_what, id) => {
    const all = end(five, 'b', NOON + 9);
    expect(end(all, id, NOON + 20)).toBe(all);
  });
});

describe('renewing', () => {
  const once = renew(begun([], 'a'), { id: 'a', turn: 0 }, NOON + 14 * MINUTE);
  const twice = renew(once, { id: 'a', turn: 1 }, NOON + 28 * MINUTE);

  it('moves on by one turn', () => {
    expect([once[0]?.turn, twice[0]?.turn]).toEqual([1, 2]);
    expect(twice[0]?.renewedAt).toBe(NOON + 28 * MINUTE);
  });

  it.each([
    ['the secret of the turn before, at once', 1, 0, true],
    ['the secret of the turn before, within the grace', 1, 2 * MINUTE - 1, true],
    ['the secret of the turn before, later', 1, 2 * MINUTE, false],
    ['an older secret, at once', 0, 0, false],
    ['a secret of a turn to come', 3, 0, false],
  ])('with %s', (_what, turn, after, stays) => {
    const all = renew(twice, { id: 'a', turn }, NOON + 28 * MINUTE + after);
    if (stays) expect(all).toBe(twice);
    else expect(idsOf(all, 29 * MINUTE + after)).toEqual([]);
  });

  it.each([
    ['signed out', end(once, 'a', NOON + 15 * MINUTE), 16 * MINUTE],
    ['after twelve hours', once, 12 * HOUR],
  ])('%s changes nothing', (_what, all, after) => {
    expect(renew(all, { id: 'a', turn: 1 }, NOON + after)).toBe(all);
  });
});
