import { orgs } from '@niangjia/shared/cast';
import { toAttendeeId } from '../../functions/clubs/desk/attendeeIds.ts';
import { newId } from '../../functions/secrets.ts';
import { gradedActivity, makeActivity, makeClub, reportedActivity } from '../clubs/world.ts';
import { cardOf, member } from '../venues/house.ts';
import type { Subject } from './subject.ts';

/** Valid requests about clubs and their activities, as reviewers send them. */
export async function clubDeskSubjects() {
  const [leader, next] = [await member(61), await member(62)];
  const club = await makeClub(leader);
  const { id: applied } = await makeClub(leader, { state: 'applied' });
  const { id: ending } = await makeClub(leader);
  const { id: declared } = await makeActivity(club);
  const [came] = [newId()];
  const odd = { kind: 'far', people: 2 } as const;
  const counted = { at: Date.now(), headcount: 12, came: 12, far: 2, denied: 0, anomalies: [odd] };
  const { id: activity } = await reportedActivity(club, { people: [came], changed: { counted } });
  const { id: waiting } = await reportedActivity(club, { people: 12 });
  const { id: none } = await reportedActivity(club, { people: 2 });
  const { id: graded } = await gradedActivity(club);
  const attendee = await toAttendeeId(activity, came);
  const org = orgs.xinjiekouJoint.id;
  const card = { by: 'cardNumber', cardNumber: await cardOf(next) } as const;
  return {
    listKeptClubs: [{ input: { org, state: 'applied' } }],
    decideClub: [{ input: { club: applied, approved: true } }],
    closeClub: [{ input: { club: ending, words: '没有人了' } }],
    putClubLeader: [{ input: { club: club.id, card } }],
    listKeptActivities: [{ input: { org, waiting: 'counted' } }],
    getKeptActivity: [{ input: { activity } }],
    decideActivity: [{ input: { activity: declared, approved: true } }],
    strikeAttendee: [{ input: { activity, attendee, struck: true } }],
    settleAnomalies: [{ input: { activity, words: '打电话问过了' } }],
    gradeActivity: [{ input: { activity: waiting, club: club.id, as: 'table', seen: 'C' } }],
    proposeGrade: [{ input: { activity: waiting, grade: 'B', words: '影响很好' } }],
    declineProposal: [{ input: { activity: waiting } }],
    voidActivity: [{ input: { activity: none, words: '没有办' } }],
    reverseAward: [{ input: { activity: graded, words: '名单不实' } }],
  } satisfies Record<string, readonly Subject[]>;
}
