import { joining } from '@niangjia/shared/joining/contract';
import { http } from '../http.ts';
import { countConsultations } from './countConsultations.ts';
import { decideApplication } from './decideApplication.ts';
import { decideMany } from './decideMany.ts';
import { discloseApplication } from './discloseApplication.ts';
import { findOrgs } from './findOrgs.ts';
import { getBoard } from './getBoard.ts';
import { getCard } from './getCard.ts';
import { getMyApplication } from './getMyApplication.ts';
import { getPoster } from './getPoster.ts';
import { getSession } from './getSession.ts';
import { issueBankCard } from './issueBankCard.ts';
import { issueCardToken } from './issueCardToken.ts';
import { listApplications } from './listApplications.ts';
import { listBankCards } from './listBankCards.ts';
import { listBankQueues } from './listBankQueues.ts';
import { listQueues } from './listQueues.ts';
import { listSessions } from './listSessions.ts';
import { listStaff } from './listStaff.ts';
import { openForm } from './openForm.ts';
import { openSession } from './openSession.ts';
import { requestBankCard } from './requestBankCard.ts';
import { submitApplication } from './submitApplication.ts';
import { verifyCard } from './verifyCard.ts';
import { withdrawApplication } from './withdrawApplication.ts';

export const main = http(joining, {
  openSession,
  listSessions,
  getSession,
  getPoster,
  getBoard,
  countConsultations,
  listStaff,
  findOrgs,
  openForm,
  submitApplication,
  getMyApplication,
  withdrawApplication,
  listApplications,
  listQueues,
  discloseApplication,
  decideApplication,
  decideMany,
  getCard,
  requestBankCard,
  listBankCards,
  listBankQueues,
  issueBankCard,
  issueCardToken,
  verifyCard,
});
