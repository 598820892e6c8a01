import { orgs, staff } from '@niangjia/shared/cast';
import { castVenues } from '@niangjia/shared/castVenues';
import { firstClubsPolicy } from '@niangjia/shared/clubs/policy';
import { firstJoiningPolicy } from '@niangjia/shared/joining/policy';
import { firstVenuesPolicy } from '@niangjia/shared/venues/policy';
import type { Venue } from '@niangjia/shared/venues/venue';
import { personOf } from './accounts.ts';
import { getVenue, putVenue } from './booking/venues.ts';
import { putOrg } from './orgs.ts';
import { putClubsPolicy, putJoiningPolicy, putVenuesPolicy } from './policies.ts';
import { appoint } from './staff.ts';
import { openidOf } from './wechat.ts';

/** A venue is written once: it may have been changed since. */
async function openVenue(venue: Venue): Promise<void> {
  if (!(await getVenue(venue.id))) await putVenue(venue);
}

/**
 * Writes what has to be there before anybody can join or book: the cast's org tree, the policies, the
 * venues, and the staff with their roles. Writing it again changes nothing. For development and tests.
 */
export async function seed(): Promise<void> {
  await putJoiningPolicy(firstJoiningPolicy);
  await putVenuesPolicy(firstVenuesPolicy);
  await putClubsPolicy(firstClubsPolicy);
  await Promise.all(Object.values(orgs).map(putOrg));
  await Promise.all(Object.values(castVenues).map(openVenue));
  for (const [login, member] of Object.entries(staff)) {
    const person = await personOf(await openidOf(`demo-${login}`));
    const org = orgs[member.org];
    await appoint(person, member.name, org, member.roles, '工发〔2026〕1号');
  }
}
