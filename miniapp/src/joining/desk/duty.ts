import type { Role } from '@niangjia/shared/roles';
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

/** The pages of the side bar. */
export type DeskPage = 'sessions' | 'queue' | 'bankCards';

const holds = (login: Login, roles: readonly Role[]) => login.staff.some(({ role }) => roles.includes(role));

/** The pages of the side bar this login may work on, the first being where it lands. */
export function deskPagesOf(login: Login): readonly DeskPage[] {
  return [
    ...(holds(login, ['reviewer', 'auditor']) ? (['sessions', 'queue'] as const) : []),
    ...(holds(login, ['bankClerk']) ? (['bankCards'] as const) : []),
  ];
}

/** The unions somebody is the bank's clerk for. */
export function clerkOf(login: Login): readonly OrgChoice[] {
  return login.staff.flatMap(({ role, org }) => (role === 'bankClerk' ? org : []));
}

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
