import type { Club } from '@niangjia/shared/clubs/club';
import type { clubs } from '@niangjia/shared/clubs/contract';
import { yearOf } from '@niangjia/shared/clubs/ledger';
import { Refusal, type RefusalCode } from '@niangjia/shared/refusal';
import { belongingOf, countMembers, getClub as stored } from '../clubRecords.ts';
import type { OpenHandler } from '../handler.ts';
import { activeMember, maskedNames } from '../members.ts';
import { activitiesOf } from './activities.ts';
import { entriesOf } from './ledgers.ts';
import { activityRow, clubRow, inOrder, seenBy } from './views.ts';

const whyNotJoin = ({ state }: Club, isMember: boolean): RefusalCode | undefined => {
  if (state !== 'active') return 'CLUB_NOT_ACTIVE';
  return isMember ? undefined : 'CLUB_MEMBERS_ONLY';
};

/** What only its leader is shown: what the union said, and whom they have asked to lead it. */
const forLeader = ({ decided, successor }: Club, names: ReadonlyMap<string, string>) => ({
  said: decided && { at: decided.at, words: decided.words },
  successor: successor && { name: names.get(successor.person), at: successor.at },
});

/** A club's page. One that the union has not agreed to is its leader's alone. */
export const getClub: OpenHandler<typeof clubs.getClub> = async ({ input, caller, now }) => {
  const club = await stored(input.club);
  const leads = club?.leader === caller;
  if (!club || !(leads || club.state === 'active' || club.state === 'closed')) throw new Refusal('NOT_FOUND');
  const { leader, successor } = club;
  const [belonging, member, members, { activities }, { entries }, names] = await Promise.all([
    belongingOf(club.id, caller),
    activeMember(caller),
    countMembers(club.id),
    activitiesOf(club.id, undefined),
    entriesOf(club.id, undefined, 1),
    maskedNames(successor && leads ? [leader, successor.person] : [leader]),
  ]);
  const [last] = entries;
  return {
    club: { ...clubRow(club), state: club.state, leader: names.get(leader) },
    leads,
    belongs: belonging !== undefined,
    asked: successor?.person === caller,
    whyNotJoin: belonging ? undefined : whyNotJoin(club, member !== undefined),
    members,
    ...(leads ? forLeader(club, names) : {}),
    activities: inOrder(seenBy(activities, leads), now).map(activityRow),
    balance: last?.balance ?? 0,
    redeemed: last?.redeemed[yearOf(now)] ?? 0,
  };
};
