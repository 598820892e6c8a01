import type { Role } from '@niangjia/shared/roles';
import type { Login } from '../api/signIn.ts';
import { thisTab } from '../kept.ts';

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

/** The pages of the side bar. */
export type DeskPage =
  | 'sessions'
  | 'queue'
  | 'corrections'
  | 'findMember'
  | 'bankCards'
  | 'decisions'
  | 'disclosures'
  | 'callBacks'
  | 'paces'
  | 'keptDay'
  | 'keptAppeals'
  | 'keptClosing'
  | 'keptUse'
  | 'keptGroups'
  | 'keptPhotos'
  | 'keptSetUp'
  | 'keptPolicy'
  | 'keptActivities'
  | 'keptClubs'
  | 'redemptions'
  | 'keptWall'
  | 'clubFigures'
  | 'clubPolicy';

const holds = (login: Login, roles: readonly Role[]) => login.staff.some(({ role }) => roles.includes(role));

/** The pages of the side bar this login may work on, the first being where it lands. */
export function deskPagesOf(login: Login): readonly DeskPage[] {
  return [
    ...(holds(login, ['reviewer', 'auditor']) ? (['sessions', 'queue'] as const) : []),
    ...(holds(login, ['reviewer']) ? (['corrections', 'findMember'] as const) : []),
    ...(holds(login, ['bankClerk']) ? (['bankCards'] as const) : []),
    ...(holds(login, ['auditor']) ? (['decisions', 'disclosures', 'callBacks', 'paces'] as const) : []),
    ...(holds(login, ['venueKeeper'])
      ? (['keptDay', 'keptAppeals', 'keptClosing', 'keptUse', 'keptGroups', 'keptPhotos'] as const)
      : []),
    ...(holds(login, ['venueKeeper', 'admin']) ? (['keptSetUp', 'keptPolicy'] as const) : []),
    ...(holds(login, ['clubReviewer', 'auditor']) ? (['keptActivities'] as const) : []),
    ...(holds(login, ['clubReviewer', 'finance', 'auditor']) ? (['redemptions', 'keptClubs'] as const) : []),
    ...(holds(login, ['clubReviewer']) ? (['keptWall'] as const) : []),
    ...(holds(login, ['clubReviewer', 'finance', 'auditor']) ? (['clubFigures'] as const) : []),
    ...(holds(login, ['clubReviewer', 'finance', 'admin', 'auditor']) ? (['clubPolicy'] as const) : []),
  ];
}

/** Where somebody is an auditor. */
export function auditorOf(login: Login): readonly OrgChoice[] {
  return login.staff.flatMap(({ role, org }) => (role === 'auditor' ? org : []));
}

/** Where somebody is the bank's clerk. */
export function clerkOf(login: Login): readonly OrgChoice[] {
  return login.staff.flatMap(({ role, org }) => (role === 'bankClerk' ? org : []));
}

/** Where somebody keeps venues. */
export function keeperOf(login: Login): readonly OrgChoice[] {
  return login.staff.flatMap(({ role, org }) => (role === 'venueKeeper' ? org : []));
}

/** Where somebody sets venues up: as their keeper, or as an administrator. */
export function settingUpOf(login: Login): readonly OrgChoice[] {
  const orgs = login.staff.flatMap(({ role, org }) =>
    role === 'venueKeeper' || role === 'admin' ? org : [],
  );
  return orgs.filter(({ id }, i) => orgs.findIndex((one) => one.id === id) === i);
}

/** Where somebody looks after clubs: reviews them, pays them, reads or sets what is theirs, with these roles. */
export function clubsOf(login: Login, roles: readonly Role[]): readonly OrgChoice[] {
  const orgs = login.staff.flatMap(({ role, org }) => (roles.includes(role) ? org : []));
  return orgs.filter(({ id }, i) => orgs.findIndex((one) => one.id === id) === i);
}

/** What is done at the desk: one chooses the union for each on its own. */
export type Work = 'review' | 'bank';
const nameFor = (work: Work) => `desk.${work}`;

/** The union somebody works for now: the one they chose below where they hold their role, or that itself. */
export function workedFor(work: Work, home: OrgChoice): OrgChoice {
  const chosen = thisTab.kept<{ home: string; org: OrgChoice }>(nameFor(work));
  return chosen?.home === home.id ? chosen.org : home;
}

/** Works for a union below one's own node from now on, in this window. */
export function workFor(work: Work, home: OrgChoice, org: OrgChoice): void {
  thisTab.keep(nameFor(work), { home: home.id, org });
}

/** The duty that comes from a login; undefined for somebody who neither reviews nor audits. */
export function dutyOf(login: Login): Duty | undefined {
  const reviewing = login.staff.find(({ role }) => role === 'reviewer');
  const reading = reviewing ?? login.staff.find(({ role }) => role === 'auditor');
  if (!reading) return undefined;
  const home = reading.org;
  return { org: workedFor('review', home), home, reviews: reviewing !== undefined };
}
