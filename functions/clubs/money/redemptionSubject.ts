import { nodeAbove } from '@niangjia/shared/audit/callBack';
import { getClub } from '../../clubRecords.ts';
import { getRedemption } from '../redemptions.ts';

/** The redemption that is asked about; it is the nodes above its club's union that are asked, not the union. */
export async function redemptionSubject({ redemption: id }: { redemption: string }, caller: string) {
  const redemption = await getRedemption(id);
  const club = redemption && (await getClub(redemption.club.id));
  if (!redemption || !club) return undefined;
  return { org: { path: nodeAbove(redemption.org.path) }, redemption, leads: club.leader === caller };
}
export type RedemptionSubject = NonNullable<Awaited<ReturnType<typeof redemptionSubject>>>;
