import { getOrg, type Org } from '../../orgs.ts';

/** The node that is asked about: all below it is meant too. */
export async function nodeSubject(input: { org: string }): Promise<{ org: Org } | undefined> {
  const org = await getOrg(input.org);
  return org && { org };
}
