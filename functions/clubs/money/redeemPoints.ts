import { whyNotLead } from '@niangjia/shared/clubs/club';
import { type Entry, entryOf, hold } from '@niangjia/shared/clubs/ledger';
import type { clubMoney } from '@niangjia/shared/clubs/moneyContract';
import { Refusal } from '@niangjia/shared/refusal';
import { DAY, type Instant } from '@niangjia/shared/time';
import { getClub } from '../../clubRecords.ts';
import type { OpenHandler } from '../../handler.ts';
import { activeMember } from '../../members.ts';
import { clubsPolicy } from '../../policies.ts';
import { lookUpHash } from '../../secrets.ts';
import { judged } from '../judging.ts';
import { ledgerSince, putEntry } from '../ledgers.ts';

/** Who asks, for which club, and what its ledger says, in one round trip. The ledger may be a moment old; who leads the club is not. */
async function reading(club: string, caller: string, now: Instant, as: 'now' | 'read') {
  const [member, found, ledger] = await Promise.all([
    activeMember(caller),
    getClub(club),
    ledgerSince(club, now - DAY, as),
  ]);
  return { member, club: found, ledger };
}

const answer = ({ redemption, fen, balance }: Extract<Entry, { kind: 'hold' }>) => ({
  id: redemption,
  fen,
  balance,
});

/**
 * One entry of the ledger holds the points, and nothing else is written: it is put only where there is none of its
 * number, so of any number of people who ask at once each finds what the others have left. The stream does the rest.
 */
export const redeemPoints: OpenHandler<typeof clubMoney.redeemPoints> = async ({
  input: { club: id, points },
  caller,
  request: { key, hash },
  now,
}) => {
  const policy = await clubsPolicy(now);
  const seen = await reading(id, caller, now, 'read');
  const readNow = () => reading(id, caller, now, 'now');
  return judged(seen, readNow, async ({ member, club, ledger: { state, entries } }) => {
    const request = { key, hash };
    const earlier = entryOf(request, entries, now);
    if (earlier?.kind === 'hold') return answer(earlier);
    const why = whyNotLead(club, caller) ?? (member ? undefined : 'CLUB_MEMBERS_ONLY');
    if (why) throw new Refusal(why);
    // A key is good for a day; with the entry's number in it, an id is never that of two holds.
    const redemption = await lookUpHash('request', `${key} ${state.seq + 1}`);
    const entry = hold(state, { redemption, points, request }, policy, { by: caller }, now);
    await putEntry(entry);
    return answer(entry);
  });
};
