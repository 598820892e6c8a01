import * as v from 'valibot';
import { Count, list, Time } from '../bounds.ts';
import { type Instant, MINUTE } from '../time.ts';
import { isPastPromise } from './bankCard.ts';
import { LONGEST, POSTER } from './session.ts';

/** One person's way through a session, kept by the stream; times only, no personal data. */
export const Passage = v.object({
  person: v.string(),
  scannedAt: v.number(),
  openedAt: v.number(),
  submittedAt: v.optional(v.number()),
  decidedAt: v.optional(v.number()),
  shownAt: v.optional(v.number()),
  bankRequestedAt: v.optional(v.number()),
  bankIssuedAt: v.optional(v.number()),
  status: v.optional(v.picklist(['submitted', 'approved', 'rejected', 'withdrawn', 'voided'])),
  /** Version of the application these times were taken from; an older one never overwrites a newer one. */
  version: v.number(),
});
export type Passage = v.InferOutput<typeof Passage>;

const TEN_MINUTES = 10 * MINUTE;
/** What is approved after the longest session and its poster are over is not part of its picture. */
const MOST_SLOTS = Math.ceil((POSTER.before + LONGEST + POSTER.after) / TEN_MINUTES) + 1;

const Clock = v.object({
  /** How many people it was measured over. */
  people: Count,
  /** Median, in milliseconds. */
  median: Time,
  /** The slowest tenth begins here (90th percentile), in milliseconds. */
  slowestTenth: Time,
});
export const Step = v.picklist(['read', 'fill', 'review', 'show', 'bank']);
export type Step = v.InferOutput<typeof Step>;

/** A session's figures as they stand. */
export const Figures = v.object({
  consulted: Count,
  opened: Count,
  submitted: Count,
  waiting: Count,
  approved: Count,
  rejected: Count,
  /** From the scan to the digital card on the worker's screen. */
  card: v.optional(Clock),
  /** From the scan to the bank card issued: the clock that is published as eight minutes. */
  bankCard: v.optional(Clock),
  /** Members who wait for their bank card, and those of them past the promised time since their scan. */
  bankWaiting: Count,
  bankLate: Count,
  /** Median milliseconds of each step, in order: reading, filling in, waiting for review, card shown. */
  steps: list(v.object({ step: Step, median: Time }), 5),
  slowestStep: v.optional(Step),
  /** People approved in each ten minutes, from the first. */
  perTenMinutes: list(v.object({ from: Time, people: Count }), MOST_SLOTS),
});
export type Figures = v.InferOutput<typeof Figures>;

/** The value at a share (0–1) of the sorted list, by nearest rank. */
export function percentile(values: readonly number[], share: number): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
}

const steps: readonly { step: Step; from: keyof Passage; to: keyof Passage }[] = [
  { step: 'read', from: 'scannedAt', to: 'openedAt' },
  { step: 'fill', from: 'openedAt', to: 'submittedAt' },
  { step: 'review', from: 'submittedAt', to: 'decidedAt' },
  { step: 'show', from: 'decidedAt', to: 'shownAt' },
  { step: 'bank', from: 'bankRequestedAt', to: 'bankIssuedAt' },
];

function spans(passages: readonly Passage[], from: keyof Passage, to: keyof Passage): number[] {
  return passages.flatMap((passage) => {
    const [start, end] = [passage[from], passage[to]];
    return typeof start === 'number' && typeof end === 'number' && end >= start ? [end - start] : [];
  });
}

function byTenMinutes(approvedAt: readonly Instant[]): Figures['perTenMinutes'] {
  if (approvedAt.length === 0) return [];
  const slot = (at: Instant) => Math.floor(at / TEN_MINUTES) * TEN_MINUTES;
  const first = slot(Math.min(...approvedAt));
  const last = slot(Math.max(...approvedAt));
  const slots = (last - first) / TEN_MINUTES + 1;
  return Array.from({ length: Math.min(slots, MOST_SLOTS) }, (_, i) => {
    const from = first + i * TEN_MINUTES;
    return { from, people: approvedAt.filter((at) => slot(at) === from).length };
  });
}

function clock(spansOfPeople: readonly number[]): Figures['card'] {
  const median = percentile(spansOfPeople, 0.5);
  const slowestTenth = percentile(spansOfPeople, 0.9);
  if (median === undefined || slowestTenth === undefined) return undefined;
  return { people: spansOfPeople.length, median, slowestTenth };
}

/**
 * Adds up a session's passages. `consulted` is the staff's own counters, summed; `promised` is within how
 * many milliseconds of the scan the bank card should be issued (policy).
 */
export function figures(
  passages: readonly Passage[],
  consulted: number,
  { promised, now }: { promised: number; now: Instant },
): Figures {
  const submitted = passages.filter((passage) => passage.submittedAt !== undefined);
  const approved = submitted.filter((passage) => passage.status === 'approved');
  const atTheBank = approved.filter((passage) => passage.bankRequestedAt && !passage.bankIssuedAt);
  const medians = steps.flatMap(({ step, from, to }) => {
    const median = percentile(spans(approved, from, to), 0.5);
    return median === undefined ? [] : [{ step, median }];
  });
  return {
    consulted,
    opened: passages.length,
    submitted: submitted.length,
    waiting: submitted.filter((passage) => passage.status === 'submitted').length,
    approved: approved.length,
    rejected: submitted.filter((passage) => passage.status === 'rejected').length,
    card: clock(spans(approved, 'scannedAt', 'shownAt')),
    bankCard: clock(spans(approved, 'scannedAt', 'bankIssuedAt')),
    bankWaiting: atTheBank.length,
    bankLate: atTheBank.filter((passage) => isPastPromise(passage.scannedAt, now, promised)).length,
    steps: medians,
    slowestStep: [...medians].sort((a, b) => b.median - a.median)[0]?.step,
    perTenMinutes: byTenMinutes(approved.flatMap((passage) => passage.decidedAt ?? [])),
  };
}

/** Whether somebody has waited long enough to be shown in red. `alarm` is policy, in milliseconds. */
export function isLate(submittedAt: Instant, now: Instant, alarm: number): boolean {
  return now - submittedAt > alarm;
}
