import { clubDesk } from '@niangjia/shared/clubs/deskContract';
import { http } from '../../http.ts';
import { closeClub } from './closeClub.ts';
import { decideActivity } from './decideActivity.ts';
import { decideClub } from './decideClub.ts';
import { declineProposal } from './declineProposal.ts';
import { getKeptActivity } from './getKeptActivity.ts';
import { gradeActivity } from './gradeActivity.ts';
import { listKeptActivities } from './listKeptActivities.ts';
import { listKeptClubs } from './listKeptClubs.ts';
import { proposeGrade } from './proposeGrade.ts';
import { putClubLeader } from './putClubLeader.ts';
import { reverseAward } from './reverseAward.ts';
import { settleAnomalies } from './settleAnomalies.ts';
import { strikeAttendee } from './strikeAttendee.ts';
import { voidActivity } from './voidActivity.ts';

export const main = http(clubDesk, {
  listKeptClubs,
  decideClub,
  closeClub,
  putClubLeader,
  listKeptActivities,
  getKeptActivity,
  decideActivity,
  strikeAttendee,
  settleAnomalies,
  gradeActivity,
  proposeGrade,
  declineProposal,
  voidActivity,
  reverseAward,
});
