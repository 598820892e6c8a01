import { doneBefore, freeze } from '@niangjia/shared/account';
import { help } from '@niangjia/shared/joining/helpContract';
import { holdCard } from '@niangjia/shared/joining/membership';
import { Refusal } from '@niangjia/shared/refusal';
import { grantFor } from '@niangjia/shared/roles';
import { freezeLogin, getAccount, putAccount } from '../../accounts.ts';
import { staffHandler } from '../../handler.ts';
import { freezeStaff, isNoStaff, staffMember } from '../../staff.ts';
import { ConditionFailed, transact } from '../../table.ts';
import { putting } from '../applications.ts';
import { memberNow } from './memberNow.ts';

const TRIES = 3;

/**
 * Freezes the account of a member whose phone was lost, in one transaction: nobody signs in there, the
 * card on that phone is not valid, and roles stop at the next request.
 */
export const freezeAccount = staffHandler(help.freezeAccount, {
  subject: ({ id }) => memberNow(id),
  handle: async ({ input, subject, staff, request, now }) => {
    const { id, org } = subject;
    const grant = grantFor(staff, ['reviewer'], org.path);
    if (!grant) throw new Refusal('NOT_YOURS');
    for (let attempt = 1; attempt <= TRIES; attempt++) {
      const [account, member, asStaff] = await Promise.all([
        getAccount(id),
        attempt === 1 ? subject : memberNow(id),
        staffMember(id),
      ]);
      const done = doneBefore(account, request, now);
      if (done) return { frozenAt: done };
      if (!member) throw new Refusal('NOT_FOUND');
      const { id: orgId, path, name } = org;
      const after = freeze(
        { member: id, staff: staff.id, account, seen: input.seen, grant, org: { id: orgId, path, name } },
        input.evidence,
        request,
        now,
      );
      try {
        await transact([
          putAccount(id, account, after),
          freezeLogin(after.openidHash, id, now),
          putting(member, holdCard(member, now)),
          asStaff ? freezeStaff(asStaff, now) : isNoStaff(id),
        ]);
        return { frozenAt: now };
      } catch (error) {
        if (!(error instanceof ConditionFailed)) throw error;
      }
    }
    throw new Refusal('BUSY');
  },
});
