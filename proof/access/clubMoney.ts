import { orgs } from '@niangjia/shared/cast';
import { firstClubsPolicy } from '@niangjia/shared/clubs/policy';
import { DAY } from '@niangjia/shared/time';
import { newId } from '../../functions/secrets.ts';
import { putItem } from '../../functions/table.ts';
import { askedRedemption, clubWithPoints, owingClub } from '../clubs/world.ts';
import { member } from '../venues/house.ts';
import type { Subject } from './subject.ts';

const { version: _version, effectiveFrom: _from, ...numbers } = firstClubsPolicy;
/** Money is for the nodes above a club's union. */
const covers = ['above'] as const;

/** Valid requests about points and money. */
export async function clubMoneySubjects() {
  const leader = await member(63);
  const { id: club } = await clubWithPoints(leader, 400);
  const redemption = await askedRedemption(leader, club);
  const { id: owing } = await owingClub(await member(64));
  const org = orgs.xinjiekouJoint.id;
  // The policy is a city's alone; this one stands where the callers' roles are.
  const city = { ...orgs.xinjiekouJoint, id: newId(), kind: 'city' };
  await putItem({ pk: `ORG#${city.id}`, sk: 'ORG', ...city });
  const draft = { org: city.id, after: 1, effectiveFrom: Date.now() + DAY, numbers };
  return {
    getStatement: [{ input: { club } }],
    redeemPoints: [{ input: { club, points: 100 }, owner: { id: leader.id, strangers: 'NOT_FOUND' } }],
    listRedemptions: [{ input: { org, state: 'requested' } }],
    reviewRedemption: [{ input: { redemption, approved: true }, covers }],
    payRedemption: [{ input: { redemption, voucher: '记-2026-12' }, covers }],
    refuseRedemption: [{ input: { redemption, words: '账户不对' }, covers }],
    returnRedemption: [{ input: { redemption, words: '户名不符' }, covers }],
    recordRepayment: [{ input: { club: owing, points: 10, voucher: '收-2026-12' }, covers }],
    listClubPolicies: [{ input: { org } }],
    previewClubPolicy: [{ input: { org, numbers } }],
    draftClubPolicy: [{ input: draft }],
    getClubFigures: [{ input: { org, year: '2026' } }],
    setClubBudget: [{ input: { org, year: '2026', fen: 10_000_000 } }],
  } satisfies Record<string, readonly Subject[]>;
}
