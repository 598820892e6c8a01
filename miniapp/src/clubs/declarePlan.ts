import { whyNotPlan } from '@niangjia/shared/clubs/activity';
import type { Nature } from '@niangjia/shared/clubs/policy';
import type { RefusalCode } from '@niangjia/shared/refusal';
import { clockOf, DAY, dayOf, HOUR, type Instant, instantOf } from '@niangjia/shared/time';

/** An activity as it is being planned: Shanghai's day and times of day, and where. */
export interface ActivityDraft {
  readonly title: string;
  readonly nature: Nature | undefined;
  readonly where: 'room' | 'elsewhere' | undefined;
  readonly place: string;
  readonly at: { readonly latitude: number; readonly longitude: number } | undefined;
  readonly day: string;
  readonly start: string;
  readonly end: string;
  readonly venue: string;
  readonly venueName: string;
  readonly room: string;
  readonly roomName: string;
  /** The slots of the room that were chosen, one after another. */
  readonly slots: readonly { readonly start: Instant; readonly end: Instant }[];
  readonly expected: string;
  readonly words: string;
}

/** A plan to begin with: in a week, in the evening. */
export const freshPlan = (now: Instant): ActivityDraft => ({
  title: '',
  nature: undefined,
  where: undefined,
  place: '',
  at: undefined,
  day: dayOf(now + 7 * DAY),
  start: '19:00',
  end: clockOf(instantOf('2026-01-01', '19:00') + 2 * HOUR),
  venue: '',
  venueName: '',
  room: '',
  roomName: '',
  slots: [],
  expected: '',
  words: '',
});

/** When it is: what the room's slots cover, or as typed. */
export function timesOf({ where, slots, day, start, end }: ActivityDraft): { start: Instant; end: Instant } {
  const [first] = slots;
  const last = slots[slots.length - 1];
  if (where === 'room' && first && last) return { start: first.start, end: last.end };
  return { start: instantOf(day, start), end: instantOf(day, end) };
}

/** Why it can't be then; of a room that was not chosen yet nothing is said. */
export const whyNotThen = (draft: ActivityDraft, now: Instant): RefusalCode | undefined =>
  draft.where === 'room' && draft.slots.length === 0 ? undefined : whyNotPlan(timesOf(draft), now);

/** Where it is, in words. */
const placeOf = ({ where, place, venueName, roomName }: ActivityDraft): string =>
  where === 'room' ? `${venueName} ${roomName}`.trim().slice(0, 60) : place;

/** What is sent of it. */
export const planOf = (draft: ActivityDraft) => ({
  title: draft.title,
  nature: draft.nature,
  ...timesOf(draft),
  place: placeOf(draft),
  ...(draft.where === 'elsewhere' ? draft.at : {}),
  expected: /^\d{1,4}$/.test(draft.expected) ? Number(draft.expected) : Number.NaN,
  words: draft.words,
});

type Slot = ActivityDraft['slots'][number];

/** The slots after one was tapped: beside the others it joins them, at an end it leaves them, elsewhere it begins anew. */
export function tapped(slots: readonly Slot[], slot: Slot): readonly Slot[] {
  const [first] = slots;
  const last = slots[slots.length - 1];
  if (!first || !last) return [slot];
  if (slot.end === first.start) return [slot, ...slots];
  if (slot.start === last.end) return [...slots, slot];
  if (slot.start === first.start) return slots.slice(1);
  if (slot.start === last.start) return slots.slice(0, -1);
  return [slot];
}
