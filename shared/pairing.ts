import * as v from 'valibot';
import { Browser } from './browser.ts';
import { Refusal, type RefusalCode } from './refusal.ts';
import type { Staff } from './roles.ts';
import { type Instant, MINUTE } from './time.ts';

/** How long a code on a page can be confirmed; once it is, how long the page can take its login. */
export const PAIRING_LIFE = 2 * MINUTE;

const opened = {
  /** What the page shows: one-time, 128 bits. */
  code: v.string(),
  /** SHA-256 of what the page keeps to itself, base64url: whoever only saw the code gets nothing. */
  secretHash: v.string(),
  browser: Browser,
  openedAt: v.number(),
};

/** A page that waits for a phone, and the person whose phone said yes. */
export const Pairing = v.variant('status', [
  v.object({ status: v.literal('waiting'), ...opened }),
  v.object({
    status: v.literal('confirmed'),
    ...opened,
    person: v.string(),
    confirmedAt: v.number(),
  }),
]);
export type Pairing = v.InferOutput<typeof Pairing>;
export type Confirmed = Extract<Pairing, { status: 'confirmed' }>;

/** Until when a pairing's code can be confirmed. */
export const confirmableUntil = ({ openedAt }: Pick<Pairing, 'openedAt'>): Instant => openedAt + PAIRING_LIFE;

/** A page begins to wait. */
export function openPairing(
  { code, secretHash, browser }: Pick<Pairing, 'code' | 'secretHash' | 'browser'>,
  now: Instant,
): Pairing {
  return { status: 'waiting', code, secretHash, browser, openedAt: now };
}

/** Who is about to say yes, and from where. */
export interface Confirming {
  readonly staff: Staff;
  /** Whether they are on the web themselves: only a phone signs in a page, or one page could go on for ever. */
  readonly onWeb: boolean;
}

/** Why somebody can't sign a page in. A code that was never given out is told like one that is over. */
export function whyNotConfirm(
  pairing: Pairing | undefined,
  { staff, onWeb }: Confirming,
  now: Instant,
): RefusalCode | undefined {
  if (!pairing) return 'PAIRING_OVER';
  if (onWeb) return 'PHONE_ONLY';
  if (staff.grants.length === 0) return 'WEB_FOR_STAFF';
  if (pairing.status === 'confirmed') return pairing.person === staff.id ? undefined : 'PAIRING_TAKEN';
  return now < confirmableUntil(pairing) ? undefined : 'PAIRING_OVER';
}

/** Somebody's phone says yes; said twice is said once. */
export function confirm(pairing: Pairing, who: Confirming, now: Instant): Confirmed {
  const why = whyNotConfirm(pairing, who, now);
  if (why) throw new Refusal(why);
  if (pairing.status === 'confirmed') return pairing;
  return { ...pairing, status: 'confirmed', person: who.staff.id, confirmedAt: now };
}

/** Why a page gets no answer about a pairing: it is over, or it is another page's. */
export function whyNotTake(
  pairing: Pairing | undefined,
  secretHash: string,
  now: Instant,
): 'PAIRING_OVER' | undefined {
  if (pairing?.secretHash !== secretHash) return 'PAIRING_OVER';
  const until =
    pairing.status === 'confirmed' ? pairing.confirmedAt + PAIRING_LIFE : confirmableUntil(pairing);
  return now < until ? undefined : 'PAIRING_OVER';
}

const PREFIX = 'niangjia:pairing:';

/** The text of the QR code on the page. */
export const pairingText = (code: string) => PREFIX + code;

/** The code in a scanned text; undefined for any other QR code. */
export function codeIn(text: string): string | undefined {
  const code = text.startsWith(PREFIX) ? text.slice(PREFIX.length) : '';
  return /^[\w-]{22}$/.test(code) ? code : undefined;
}
