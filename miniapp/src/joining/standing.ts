import type { ResponseOf } from '@niangjia/shared/contract';
import type { joining } from '@niangjia/shared/joining/contract';
import { forget, keep, kept } from '../kept.ts';
import { draftOf, forgetDraft, keepDraft } from './draft.ts';

/** Where the caller's own application stands. */
export type Standing = ResponseOf<typeof joining.getMyApplication>;

const nameFor = (person: string) => `standing.${person}`;

/**
 * What this phone last learned of a person's application. Nothing is decided from it: it only spares
 * somebody who scans a poster again from filling in the form before being told.
 */
export function lastKnown(person: string): Standing['status'] {
  return kept<Standing['status']>(nameFor(person)) ?? 'none';
}

/** Notes what was learned; a member's draft is forgotten, and one that went back is open again. */
export function learn(person: string, status: Standing['status']): void {
  keep(nameFor(person), status);
  if (status === 'approved') forgetDraft(person);
  if (status === 'submitted') return;
  const draft = draftOf(person);
  if (draft.sent) keepDraft(person, { ...draft, sent: false });
}

/** Leaves nothing of a person on this phone who asked to be forgotten. */
export function unlearn(person: string): void {
  forget(nameFor(person));
  forgetDraft(person);
}
