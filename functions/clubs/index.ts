import { clubs } from '@niangjia/shared/clubs/contract';
import { http } from '../http.ts';
import { cancelActivity } from './cancelActivity.ts';
import { changeClub } from './changeClub.ts';
import { checkInToActivity } from './checkInToActivity.ts';
import { declareActivity } from './declareActivity.ts';
import { endSignUp } from './endSignUp.ts';
import { getActivity } from './getActivity.ts';
import { getClub } from './getClub.ts';
import { joinClub } from './joinClub.ts';
import { leaveClub } from './leaveClub.ts';
import { listActivities } from './listActivities.ts';
import { listClubMembers } from './listClubMembers.ts';
import { listClubs } from './listClubs.ts';
import { listMyActivities } from './listMyActivities.ts';
import { listMyClubs } from './listMyClubs.ts';
import { nameSuccessor } from './nameSuccessor.ts';
import { redeclareActivity } from './redeclareActivity.ts';
import { registerClub } from './registerClub.ts';
import { reportActivity } from './reportActivity.ts';
import { sayPresence } from './sayPresence.ts';
import { showCode } from './showCode.ts';
import { signUp } from './signUp.ts';
import { takeLead } from './takeLead.ts';

export const main = http(clubs, {
  declareActivity,
  redeclareActivity,
  cancelActivity,
  listActivities,
  listMyActivities,
  getActivity,
  signUp,
  endSignUp,
  showCode,
  checkInToActivity,
  sayPresence,
  reportActivity,
  listClubs,
  listMyClubs,
  getClub,
  registerClub,
  changeClub,
  joinClub,
  leaveClub,
  listClubMembers,
  nameSuccessor,
  takeLead,
});
