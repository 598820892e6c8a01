import { describe, expect, it } from 'vitest';
import { type Appeal, appeal, whyNotAppeal } from './appeal.ts';
import type { NoShow } from './noShow.ts';

const noShow: NoShow = { id: 'b1', what: 'slot', of: 'r1', venue: 'v1', start: 1000, at: 2000, by: 'system' };
const lifted: NoShow = { ...noShow, lifted: { at: 3000, by: 'keeper', why: 'slotVoided' } };
const request = { key: 'k', hash: 'h' };
const words = new Uint8Array([1]);
const made: Appeal = appeal(noShow, undefined, { person: 'p', words }, request, 5000);

describe('why somebody cannot appeal', () => {
  it.each([
    [noShow, undefined, undefined],
    [undefined, undefined, 'NOT_FOUND'],
    [lifted, undefined, 'NO_SHOW_LIFTED'],
    [noShow, made, 'ALREADY_APPEALED'],
    [lifted, made, 'NO_SHOW_LIFTED'],
  ] as const)('%#', (of, before, why) => {
    expect(whyNotAppeal(of, before)).toBe(why);
    const again = () => appeal(of, before, { person: 'p', words }, request, 5000);
    if (why) expect(again).toThrow(why);
    else expect(again()).toEqual(made);
  });
});

it('keeps what it is about, whose keepers read it, and which request it was', () => {
  expect(made).toEqual({
    person: 'p',
    noShow: 'b1',
    venue: 'v1',
    at: 5000,
    words,
    accepted: [{ ...request, at: 5000 }],
  });
});
