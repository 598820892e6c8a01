import type { Decided } from '@niangjia/shared/clubs/club';
import { grantFor, type OrgPath, type Staff } from '@niangjia/shared/roles';
import type { Instant } from '@niangjia/shared/time';

/** What a reviewer decides here and now, and on what it rests. */
export function decidedBy(staff: Staff, path: OrgPath, now: Instant, words?: string): Decided {
  const { authority = '' } = grantFor(staff, ['clubReviewer'], path) ?? {};
  return { by: staff.id, role: 'clubReviewer', authority, at: now, words };
}
