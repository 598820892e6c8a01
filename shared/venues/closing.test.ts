import { describe, expect, it } from 'vitest';
import { refusalOf } from '../refusalOf.ts';
import { DAY, HOUR, instantOf } from '../time.ts';
import { closeFor, reopenFor, whyNotClose } from './closing.ts';
import { type Place, type Slot, untouched } from './slot.ts';

const start = instantOf('2026-11-25', '14:00');
const slot = (changed: Partial<Slot> = {}): Slot => ({
  ...untouched({ room: 'r', start, end: start + HOUR, capacity: 2 }),
  ...changed,
});
const place: Place = { id: 'a', person: 'p', at: start - DAY, state: 'confirmed', policy: 1 };
const came = { ...place, came: { at: start, verified: true } };
const period = { from: start - DAY, until: start + DAY };
const word = (at: number) => ({ by: 'k', at, venue: 'v', authority: 'a' });

describe('closing a slot', () => {
  it.each([
    ['that lies ahead', slot({ places: [place] }), start - HOUR, undefined],
    ['that has begun, while nobody is in it', slot({ places: [place] }), start + 1, undefined],
    ['in which somebody is', slot({ places: [place, came] }), start + 1, 'CLOSE_CAME'],
    ['that is over', slot(), start + HOUR, 'CLOSE_OVER'],
    ['that is over and closed', slot({ closed: true }), start + HOUR, undefined],
  ] as const)('%s', (_, of, now, why) => {
    expect(whyNotClose(of, now)).toBe(why);
    expect(refusalOf(() => closeFor(of, word(now), period))).toBe(why);
  });

  it('notes who did it and for when, once; opening again notes that', () => {
    const closed = closeFor(slot({ places: [place] }), word(start - HOUR), period);
    expect(closed).toMatchObject({ closed: true, places: [], turned: { at: start - HOUR, ...period } });
    expect(closeFor(closed, word(start), period)).toBe(closed);
    const opened = reopenFor(closed, word(start), period);
    expect(opened).toMatchObject({ closed: false, turned: { at: start } });
    expect(reopenFor(opened, word(start + 1), period)).toBe(opened);
  });
});
