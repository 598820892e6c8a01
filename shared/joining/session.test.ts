import { expect, it } from 'vitest';
import { orgs } from '../cast.ts';
import { instantOf, MINUTE } from '../time.ts';
import { open, whyNotOpen, whyNotScan } from './session.ts';

const startsAt = instantOf('2026-11-22', '12:30');
const endsAt = instantOf('2026-11-22', '14:00');
const at = (clock: string) => instantOf('2026-11-22', clock);
const request = { key: 'a', hash: '1' };

it.each([
  ['11:29', 'POSTER_EARLY'],
  ['11:30', undefined],
  ['12:45', undefined],
  ['14:30', undefined],
  ['14:31', 'POSTER_OVER'],
])('the poster of 12:30–14:00 at %s: %s', (clock, why) => {
  expect(whyNotScan({ startsAt, endsAt }, at(clock))).toBe(why);
});

it.each([
  [startsAt, endsAt, '09:00', undefined],
  [endsAt, startsAt, '09:00', 'SESSION_TIMES'],
  [startsAt, startsAt, '09:00', 'SESSION_TIMES'],
  [startsAt, startsAt + 721 * MINUTE, '09:00', 'SESSION_TIMES'],
  [startsAt, endsAt, '14:01', 'SESSION_PAST'],
])('a session from %i to %i planned at %s: %s', (start, end, clock, why) => {
  expect(whyNotOpen({ startsAt: start, endsAt: end }, at(clock))).toBe(why);
});

it('opens with the moment and the request on it', () => {
  const { kind: _, ...org } = orgs.xinjiekouJoint;
  const plan = {
    code: 'c',
    org,
    place: '分拣中心',
    startsAt,
    endsAt,
    occupations: [],
    onDuty: ['limin'],
    openedBy: 'limin',
  };
  expect(open(plan, request, at('09:00'))).toEqual({
    ...plan,
    openedAt: at('09:00'),
    accepted: [{ ...request, at: at('09:00') }],
  });
});
