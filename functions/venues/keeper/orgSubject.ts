import { getOrg, type Org } from '../../orgs.ts';

/** The org that is asked about. */
export async function orgSubject(input: { org: string }): Promise<{ org: Org } | undefined> {
  const org = await getOrg(input.org);
  return org && { org };
}
