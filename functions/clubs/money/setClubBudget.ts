import { clubMoney } from '@niangjia/shared/clubs/moneyContract';
import { grantFor } from '@niangjia/shared/roles';
import { staffHandler } from '../../handler.ts';
import { orgSubject } from '../orgSubject.ts';
import { setBudget } from './budgets.ts';

/** What an org means to spend in a year; the stream records who changed it. */
export const setClubBudget = staffHandler(clubMoney.setClubBudget, {
  subject: orgSubject,
  handle: async ({ input: { year, fen }, subject: { org }, staff, now }) => {
    const { id, path, name } = org;
    const { authority = '' } = grantFor(staff, ['finance'], path) ?? {};
    const set = { by: staff.id, role: 'finance' as const, authority, at: now };
    await setBudget({ org: { id, path, name }, year, fen }, set);
    return { fen };
  },
});
