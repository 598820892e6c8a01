import type { RequestOf } from '@niangjia/shared/contract';
import type { help } from '@niangjia/shared/joining/helpContract';
import type { Draft } from '../draft.ts';
import { submissionOf } from '../member/submission.ts';

/** Whose phone number is given. */
export type WhosePhone = 'own' | 'contact' | 'none';

type Helped = RequestOf<typeof help.submitHelped>;

function phoneOf(whose: WhosePhone, number: string): Helped['phone'] {
  if (whose === 'none') return { kind: 'none' };
  return { kind: whose === 'own' ? 'typed' : 'contact', number };
}

/** What is sent for somebody who was helped; all of it is gone from this phone with the page. */
export function helpedSubmission(draft: Draft, visit: string, whose: WhosePhone): Helped {
  return { ...submissionOf(draft, visit, undefined), phone: phoneOf(whose, draft.values.phone) };
}
