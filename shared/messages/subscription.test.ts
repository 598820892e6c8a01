import { describe, expect, it } from 'vitest';
import { DAY } from '../time.ts';
import { type Message, messageKey } from './message.ts';
import { allowOnce, mayRemind, type Subscription } from './subscription.ts';

const now = 100 * DAY;
const message: Message = { kind: 'applicationApproved', at: now, about: '1' };
const other: Message = { ...message, about: '2' };
const subscription = (left: number, taps: number[], served: Message[] = []): Subscription => ({
  version: 1,
  left,
  taps: new Set(taps),
  served: new Set(served.map(messageKey)),
});

it.each<[string, Subscription | undefined, boolean]>([
  ['nothing was ever allowed', undefined, false],
  ['one is allowed', subscription(1, [now - 1]), true],
  ['one was allowed long ago', subscription(1, []), true],
  ['none is left', subscription(0, [now - 1]), false],
  ['it has had one', subscription(1, [now - 2, now - 1], [message]), false],
  ['another has had one', subscription(1, [now - 2, now - 1], [other]), true],
  ['it happened at the moment of the tap', subscription(1, [now]), true],
  ['the tap came after it', subscription(1, [now + 1]), false],
  ['one tap came before it and is spent, one after it', subscription(1, [now - 1, now + 1], [other]), false],
  ['one tap came before it, one after it', subscription(2, [now - 1, now + 1]), true],
])('reminds when %s: %#', (_, allowed, may) => {
  expect(mayRemind(allowed, message)).toBe(may);
});

describe('a tap', () => {
  const counted = (taps: number[], current?: Subscription) =>
    taps.reduce<Subscription | undefined>(allowOnce, current);

  it.each([[[1, 2, 3]], [[3, 1, 2]], [[2, 2, 1, 3, 1]]])('counts once, in any order: %j', (moments) => {
    const after = counted(moments.map((moment) => now + moment));
    expect(after).toMatchObject({ left: 3, version: 3 });
  });

  it('counted before changes nothing at all', () => {
    const once = counted([now]);
    expect(counted([now], once)).toBe(once);
  });

  it('so old that it was forgotten was counted before, whoever tells of it again', () => {
    const later = counted([now, now + 3 * DAY]);
    expect(later?.left).toBe(2);
    expect(counted([now], later)).toBe(later);
  });

  it('adds to what is left, and what WeChat said before is over', () => {
    const after = counted([now + 1], { ...subscription(0, [now], [message]), refused: true });
    expect(after).toEqual({ ...subscription(1, [now, now + 1], [message]), version: 2 });
  });

  it('forgets what nobody tells again', () => {
    const after = counted([now + 3 * DAY], subscription(2, [now - 1, now + 2 * DAY], [message]));
    expect(after).toEqual({ ...subscription(3, [now + 2 * DAY, now + 3 * DAY]), version: 2 });
  });
});
