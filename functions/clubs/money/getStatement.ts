import { whyNotLead } from '@niangjia/shared/clubs/club';
import { type Entry, emptyLedger, stillPossible, yearOf } from '@niangjia/shared/clubs/ledger';
import type { clubMoney } from '@niangjia/shared/clubs/moneyContract';
import { paymentOf, type Redemption } from '@niangjia/shared/clubs/redemption';
import type { AnswerOf } from '@niangjia/shared/contract';
import { Refusal } from '@niangjia/shared/refusal';
import { getClub } from '../../clubRecords.ts';
import { fromCursor, toCursor } from '../../cursor.ts';
import type { OpenHandler } from '../../handler.ts';
import { clubsPolicy } from '../../policies.ts';
import { entriesOf, latestOf } from '../ledgers.ts';
import { redemptionsAt } from '../redemptions.ts';

type Line = AnswerOf<typeof clubMoney.getStatement>['lines'][number];

/** Where the money of a hold is now: as it is asked for, until the stream has made more of it. */
function wayOf(redemption: Redemption | undefined) {
  const payment = redemption?.state === 'paid' ? paymentOf(redemption) : undefined;
  return {
    ...{ state: redemption?.state ?? ('requested' as const), voucher: payment?.voucher, paidAt: payment?.at },
    words: redemption?.steps[redemption.steps.length - 1]?.words,
  };
}

/** An entry in words of everybody's; who made it is nobody's business here. */
function lineOf(entry: Entry, redemptions: ReadonlyMap<string, Redemption>): Line {
  const { kind, seq, at, balance, owed } = entry;
  const after = { seq, at, balance, owed };
  switch (kind) {
    case 'award': {
      const { activity: id, title, nature, headcount, grade, rule, points, setOff } = entry;
      const of = { activity: { id, title }, nature, headcount, grade, rule, points, setOff };
      return { kind, ...after, ...of, change: points - setOff };
    }
    case 'hold': {
      const { redemption, points, fen, year, rule } = entry;
      const way = wayOf(redemptions.get(redemption));
      return { kind, ...after, redemption, points, fen, year, rule, ...way, change: -points };
    }
    case 'release': {
      const { redemption, points, setOff, fen, year } = entry;
      return { kind, ...after, redemption, points, setOff, fen, year, change: points - setOff };
    }
    case 'reversal': {
      const { activity: id, title, points, taken, reason } = entry;
      return { kind, ...after, activity: { id, title }, points, words: reason, change: -taken };
    }
    case 'repayment': {
      const { points, fen, voucher } = entry;
      return { kind, ...after, points, fen, voucher, change: 0 };
    }
  }
}

/** A page of a club's ledger beside what can still be redeemed; anybody may read it, it names nobody. */
export const getStatement: OpenHandler<typeof clubMoney.getStatement> = async ({ input, caller, now }) => {
  const { club: id, cursor } = input;
  const list = `statement ${id}`;
  const start = await fromCursor(list, cursor);
  const [club, policy, { entries, last }, latest] = await Promise.all([
    getClub(id, { eventual: true }),
    clubsPolicy(now),
    entriesOf(id, start),
    start ? latestOf(id) : undefined,
  ]);
  // What was not agreed to is its leader's alone.
  const isPublic = club?.state === 'active' || club?.state === 'closed';
  if (!club || !(isPublic || club.leader === caller)) throw new Refusal('NOT_FOUND');
  const state = latest?.state ?? entries[0] ?? emptyLedger(id);
  const held = entries.flatMap((entry) => (entry.kind === 'hold' ? entry.redemption : []));
  const redemptions = new Map((await redemptionsAt(held)).map((one) => [one.id, one]));
  const year = yearOf(now);
  const { points, fen, yearLeft } = stillPossible(state, policy, now);
  return {
    club: { id, name: club.name, union: club.org.name },
    leads: club.leader === caller,
    whyNotRedeem: club.leader === caller ? whyNotLead(club, caller) : undefined,
    ...{ balance: state.balance, owed: state.owed, year, redeemed: state.redeemed[year] ?? 0, yearLeft },
    ...{ aYear: policy.aYear, possible: { points, fen }, aHundred: policy.aHundred, rule: policy.version },
    grading: { bands: policy.bands, table: policy.table, points: policy.points },
    lines: entries.map((entry) => lineOf(entry, redemptions)),
    cursor: await toCursor(list, last),
  };
};
