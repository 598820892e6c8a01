import { describe, expect, it } from 'vitest';
import { MINUTE, SECOND } from '../time.ts';
import {
  type Attendee,
  checkIn,
  circleOf,
  count,
  counts,
  giveUp,
  isIn,
  newAttendee,
  say,
  shared,
  signUp,
  strikeOut,
  whyNotGiveUp,
} from './attendance.ts';
import { firstClubsPolicy as policy } from './policy.ts';

const now = Date.UTC(2026, 10, 25);
const nobody = newAttendee('reading', 'lin');
const person = (changed: Partial<Attendee>): Attendee => ({ ...nobody, version: 1, ...changed });
const came = (where: Attendee['where'], changed: Partial<Attendee> = {}) =>
  person({ cameAt: now, where, ...changed });
const answer = (was: boolean) => ({ answer: { was, at: now } });

it.each([
  ['who never was heard of', nobody, false, 'NOT_SIGNED_UP'],
  ['who signed up', person({ signedUpAt: now }), true, undefined],
  ['who gave up', person({ signedUpAt: now, gaveUpAt: now }), false, undefined],
  ['who came', came('near'), true, 'CAME_TO_ACTIVITY'],
  ['who gave up and came', came('near', { signedUpAt: now, gaveUpAt: now }), true, 'CAME_TO_ACTIVITY'],
] as const)('%s is in it or not, and can give that up or not', (_title, of, isThere, why) => {
  expect(isIn(of)).toBe(isThere);
  expect(whyNotGiveUp(of)).toBe(why);
});

it('somebody signs up once, gives up once, and comes back with what they allow by then', () => {
  const up = signUp(nobody, now);
  expect(signUp(up, now + 1, ['activity'])).toBe(up);
  const over = giveUp(up, now + 2);
  expect(giveUp(over, now + 3)).toBe(over);
  expect(signUp(over, now + 4, ['activity'])).toMatchObject({
    version: 3,
    signedUpAt: now + 4,
    gaveUpAt: undefined,
    allowed: { at: now + 4, templates: ['activity'] },
  });
  const there = came('near', { signedUpAt: now });
  expect(giveUp(there, now)).toBe(there);
});

it.each([
  ['near, then far', 'near', 'far', 'near'],
  ['far, then near', 'far', 'near', 'near'],
  ['unsaid, then near', 'unsaid', 'near', 'near'],
  ['unsaid, then far', 'unsaid', 'far', 'unsaid'],
  ['near, then near', 'near', 'near', 'near'],
] as const)('checks in %s', (_title, first, second, kept) => {
  const once = checkIn(nobody, { where: first, metres: 10 }, now);
  const twice = checkIn(once, { where: second, metres: 20 }, now + MINUTE);
  expect(twice).toMatchObject({ cameAt: now, where: kept });
  if (kept === first) expect(twice).toBe(once);
});

describe('counts', () => {
  it.each([
    ['near', came('near'), true],
    ['near, and says yes', came('near', answer(true)), true],
    ['near, and says no', came('near', answer(false)), false],
    ['far', came('far'), false],
    ['far, and says yes', came('far', answer(true)), true],
    ['unsaid', came('unsaid'), false],
    ['unsaid, and says yes', came('unsaid', answer(true)), true],
    ['unsaid, and says no', came('unsaid', answer(false)), false],
    ['near, and struck out', came('near', { struck: { by: 'fang', at: now } }), false],
    ['signed up, and says yes', person({ signedUpAt: now, ...answer(true) }), false],
    ['never heard of', nobody, false],
  ] as const)('%s', (_title, of, does) => {
    expect(counts(of)).toBe(does);
  });
});

it('somebody may think better of what they said; a strike is taken back; the same again is nothing', () => {
  const yes = say(came('far'), true, now);
  expect(say(yes, true, now + 1)).toBe(yes);
  expect(say(yes, false, now + 1)).toMatchObject({ version: 3, answer: { was: false, at: now + 1 } });
  const struck = strikeOut(came('near'), 'fang', now);
  expect(strikeOut(struck, 'guo', now + 1)).toBe(struck);
  expect(strikeOut(struck, undefined, now + 1).struck).toBeUndefined();
  const there = came('near');
  expect(strikeOut(there, undefined, now)).toBe(there);
});

it.each([
  ['nobody and nobody', [], [], 0],
  ['the same two', ['a', 'b'], ['b', 'a'], 100],
  ['two of three', ['a', 'b'], ['a', 'b', 'c'], 67],
  ['one of three', ['a', 'b'], ['b', 'c'], 33],
  ['others', ['a'], ['b'], 0],
])('%s are the same circle in so many hundredths', (_title, one, other, share) => {
  expect(shared(new Set(one), new Set(other))).toBe(share);
});

/** So many who came near, one every so often. */
const crowd = (people: number, every = MINUTE, changed: Partial<Attendee> = {}) =>
  Array.from({ length: people }, (_, i) =>
    came('near', { person: `p${i}`, cameAt: now + i * every, ...changed }),
  );
const kinds = (attendees: readonly Attendee[], earlier: readonly ReadonlySet<string>[] = []) =>
  count(attendees, earlier, policy, now).anomalies;

describe('a count', () => {
  it('says how many count, of how many who came, and what of them is odd', () => {
    const attendees = [
      ...crowd(6),
      came('far', { person: 'far' }),
      came('far', { person: 'far too', ...answer(true) }),
      came('unsaid', { person: 'denies', ...answer(false) }),
      person({ person: 'never came', signedUpAt: now }),
    ];
    expect(count(attendees, [], policy, now)).toEqual({
      ...{ at: now, headcount: 7, came: 9, far: 2, denied: 1 },
      anomalies: [
        { kind: 'far', people: 2 },
        { kind: 'denied', people: 1 },
      ],
    });
  });

  it.each([
    ['seven in ten seconds', crowd(7, SECOND), []],
    ['eight in ten seconds', crowd(8, SECOND), [{ kind: 'crowd', people: 8 }]],
    ['eight in more than ten seconds', crowd(8, 1.5 * SECOND), []],
    ['twenty, two a second', crowd(20, SECOND / 2), [{ kind: 'crowd', people: 20 }]],
    ['one who was far', [...crowd(6), came('far', { person: 'x' })], []],
    ['one who denies', crowd(1, MINUTE, answer(false)), [{ kind: 'denied', people: 1 }]],
  ] as const)('looks at %s', (_title, attendees, odd) => {
    expect(kinds(attendees)).toEqual(odd);
  });

  it.each([
    ['three times before', 3, 10, [{ kind: 'sameCircle', people: 10 }]],
    ['twice before', 2, 10, []],
    ['three times, in a circle too small for a grade', 3, 4, []],
  ] as const)('looks at the same circle %s', (_title, times, people, odd) => {
    const attendees = crowd(people);
    expect(kinds(attendees, Array(times).fill(circleOf(attendees)))).toEqual(odd);
  });

  it('one other circle among the last three is none of the same', () => {
    const attendees = crowd(10);
    const [same, other] = [circleOf(attendees), new Set(['x', 'y', 'z'])];
    expect(kinds(attendees, [same, other, same, same])).toEqual([]);
    expect(kinds(attendees, [same, same, same, other])).not.toEqual([]);
  });
});
