import { getOrg, type Org } from '../orgs.ts';

/** The org that is asked about. */
export async function orgSubject(input: { org: string }): Promise<{ org: Org } | undefined> {
  const org = await getOrg(input.org);
  return org && { org };
}

/** The city that is asked about: what holds for all is nobody's below it. */
export async function citySubject(input: { org: string }): Promise<{ org: Org } | undefined> {
  const subject = await orgSubject(input);
  return subject?.org.kind === 'city' ? subject : undefined;
}
