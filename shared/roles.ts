import * as v from 'valibot';

/** The staff roles of the union; `admin` grants roles and edits orgs and policy, and decides no case. */
export const Role = v.picklist([
  'reviewer',
  'venueKeeper',
  'clubReviewer',
  'finance',
  'matchmaker',
  'bankClerk',
  'auditor',
  'admin',
]);
export type Role = v.InferOutput<typeof Role>;

/** A node's place in the tree, from the city down, with a slash at both ends: `/1/4/9/`. Internal; never shown. */
export const OrgPath = v.pipe(v.string(), v.regex(/^\/(\d+\/)+$/));
export type OrgPath = v.InferOutput<typeof OrgPath>;

/** A role held at a node and, with it, in the node's whole subtree. `authority` names what the role rests on. */
export const Grant = v.object({ role: Role, path: OrgPath, authority: v.string() });
export type Grant = v.InferOutput<typeof Grant>;

/** Somebody who acts for the union, with the roles they hold now. */
export interface Staff {
  readonly id: string;
  /** The name of the union they act for. */
  readonly office?: string | undefined;
  readonly grants: readonly Grant[];
}

/** The grant under which somebody may act at a node: one of these roles there or above; the nearest node wins. */
export function grantFor(staff: Staff, roles: readonly Role[], path: OrgPath): Grant | undefined {
  return staff.grants
    .filter((grant) => roles.includes(grant.role) && path.startsWith(grant.path))
    .sort((a, b) => b.path.length - a.path.length)[0];
}

/** Whether somebody holds one of these roles anywhere at all. */
export function holdsAny(staff: Staff, roles: readonly Role[]): boolean {
  return staff.grants.some((grant) => roles.includes(grant.role));
}
