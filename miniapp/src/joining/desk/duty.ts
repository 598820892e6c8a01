import type { Login } from '../../api/signIn.ts';
import { thisTab } from '../../kept.ts';

/** A union by id and name, as people choose it. */
export interface OrgChoice {
  readonly id: string;
  readonly name: string;
}

/** For which union somebody works at the desk now, and whether they decide or only read. */
export interface Duty {
  readonly org: OrgChoice;
  /** Where their role is held: this union, or a node above it. */
  readonly home: OrgChoice;
  /** False for auditors: they see rows, without buttons. */
  readonly reviews: boolean;
}

const NAME = 'deskOrg';

/** The duty that comes from a login; undefined for somebody who neither reviews nor audits. */
export function dutyOf(login: Login): Duty | undefined {
  const reviewing = login.staff.find(({ role }) => role === 'reviewer');
  const reading = reviewing ?? login.staff.find(({ role }) => role === 'auditor');
  if (!reading) return undefined;
  const home = reading.org;
  return { org: thisTab.kept<OrgChoice>(NAME) ?? home, home, reviews: reviewing !== undefined };
}

/** Works for another union of one's area from now on, in this window. */
export function workFor(org: OrgChoice): void {
  thisTab.keep(NAME, org);
}
