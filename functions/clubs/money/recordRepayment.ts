import { nodeAbove } from '@niangjia/shared/audit/callBack';
import { entryOf, repay } from '@niangjia/shared/clubs/ledger';
import { clubMoney } from '@niangjia/shared/clubs/moneyContract';
import { Refusal } from '@niangjia/shared/refusal';
import { grantFor } from '@niangjia/shared/roles';
import { DAY } from '@niangjia/shared/time';
import { getClub } from '../../clubRecords.ts';
import { staffHandler } from '../../handler.ts';
import { clubsPolicy } from '../../policies.ts';
import { judged } from '../judging.ts';
import { ledgerSince, putEntry } from '../ledgers.ts';

/** The club that owes; it is the nodes above its union that are asked. */
async function debtor({ club: id }: { club: string }) {
  const club = await getClub(id);
  return club && { org: { path: nodeAbove(club.org.path) }, club };
}

/** Notes in the ledger what was paid back; sent again, it is the same entry. */
export const recordRepayment = staffHandler(clubMoney.recordRepayment, {
  subject: debtor,
  handle: async ({ input, subject: { club, org }, staff, request: { key, hash }, now }) => {
    const { points, voucher } = input;
    const policy = await clubsPolicy(now);
    const actor = {
      by: staff.id,
      role: 'finance' as const,
      authority: grantFor(staff, ['finance'], org.path)?.authority,
    };
    const read = () => ledgerSince(club.id, now - DAY, 'now');
    return judged(await read(), read, async ({ state, entries }) => {
      const request = { key, hash };
      const earlier = entryOf(request, entries, now);
      if (earlier?.kind === 'repayment') return { owed: earlier.owed, fen: earlier.fen };
      if (club.leader === staff.id) throw new Refusal('OWN_CLUB');
      const entry = repay(state, { points, voucher, request }, policy, actor, now);
      await putEntry(entry);
      return { owed: entry.owed, fen: entry.fen };
    });
  },
});
