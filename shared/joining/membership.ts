import type { Instant } from '../time.ts';
import type { Approved } from './application.ts';

/** Notes when the card was first shown on the member's screen; later showings change nothing. */
export function showCard(application: Approved, now: Instant): Approved {
  return application.shownAt
    ? application
    : { ...application, shownAt: now, version: application.version + 1 };
}
