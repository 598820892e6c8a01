import { describe, expect, it } from 'vitest';
import {
  type Confirming,
  codeIn,
  confirm,
  openPairing,
  type Pairing,
  pairingText,
  whyNotConfirm,
  whyNotTake,
} from './pairing.ts';
import { MINUTE } from './time.ts';

const NOON = 1_800_000_000_000;
const CODE = 'c'.repeat(22);
const browser = { family: 'edge', system: 'windows' } as const;
const waiting = openPairing({ code: CODE, secretHash: 'hash', browser }, NOON);
const staff = (id: string, roles = 1): Confirming => ({
  staff: { id, grants: Array(roles).fill({ role: 'reviewer', path: '/1/', authority: '工发〔2026〕1号' }) },
  onWeb: false,
});
const limin = staff('limin');
const confirmed = confirm(waiting, limin, NOON + MINUTE);

describe('confirming', () => {
  it.each<[string, Pairing | undefined, Confirming, number, string | undefined]>([
    ['a fresh code', waiting, limin, 0, undefined],
    ['a code in its last moment', waiting, limin, 2 * MINUTE - 1, undefined],
    ['a code of two minutes ago', waiting, limin, 2 * MINUTE, 'PAIRING_OVER'],
    ['a code nobody gave out', undefined, limin, 0, 'PAIRING_OVER'],
    ['as a worker', waiting, staff('wangfang', 0), 0, 'WEB_FOR_STAFF'],
    ['from a page', waiting, { ...limin, onWeb: true }, 0, 'PHONE_ONLY'],
    ['what somebody else confirmed', confirmed, staff('zhaoqiang'), MINUTE, 'PAIRING_TAKEN'],
    ['what they confirmed themselves', confirmed, limin, MINUTE, undefined],
    ['what they confirmed themselves, long ago', confirmed, limin, 60 * MINUTE, undefined],
  ])('%s', (_what, pairing, who, after, why) => {
    expect(whyNotConfirm(pairing, who, NOON + after)).toBe(why);
    if (!pairing) return;
    if (why) expect(() => confirm(pairing, who, NOON + after)).toThrow(why);
    else expect(confirm(pairing, who, NOON + after)).toMatchObject({ status: 'confirmed', person: 'limin' });
  });

  it('keeps who was first, and when', () => {
    expect(confirm(confirmed, limin, NOON + 60 * MINUTE)).toBe(confirmed);
  });
});

describe('taking', () => {
  it.each<[string, Pairing | undefined, string, number, string | undefined]>([
    ['while nobody has confirmed', waiting, 'hash', 0, undefined],
    ['when nobody did in time', waiting, 'hash', 2 * MINUTE, 'PAIRING_OVER'],
    ['with the secret of another page', waiting, 'other', 0, 'PAIRING_OVER'],
    ['what was never opened', undefined, 'hash', 0, 'PAIRING_OVER'],
    ['at once', confirmed, 'hash', MINUTE, undefined],
    ['again, because the answer was lost', confirmed, 'hash', 3 * MINUTE - 1, undefined],
    ['much later', confirmed, 'hash', 3 * MINUTE, 'PAIRING_OVER'],
    ['with the secret of another page, once confirmed', confirmed, 'other', MINUTE, 'PAIRING_OVER'],
  ])('%s', (_what, pairing, secretHash, after, why) => {
    expect(whyNotTake(pairing, secretHash, NOON + after)).toBe(why);
  });
});

describe('the QR code', () => {
  it('says the code and nothing else', () => {
    expect(codeIn(pairingText(CODE))).toBe(CODE);
  });
  it.each(['', CODE, `niangjia:pairing:${CODE}x`, 'niangjia:pairing:', `https://example.com/${CODE}`])(
    'is not %s',
    (text) => {
      expect(codeIn(text)).toBeUndefined();
    },
  );
});
