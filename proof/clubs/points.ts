import type { Club } from '@niangjia/shared/clubs/club';
import { award, emptyLedger, type State } from '@niangjia/shared/clubs/ledger';
import { dayOf, type Instant } from '@niangjia/shared/time';
import { newId } from '../../functions/secrets.ts';

/** Awards for the proofs of the stars. */

const by = { by: 'fangling', role: 'clubReviewer', authority: '工发〔2026〕1号' } as const;

/** An award at some moment, as the next entry of a ledger. */
export const awarded = (state: State, at: Instant, { points = 60, headcount = 30 } = {}) =>
  award(
    state,
    {
      ...{ activity: newId(), title: '秋日共读', day: dayOf(at), headcount, rule: 1, points },
      nature: 'street',
      grade: 'B',
    },
    by,
    at,
  );

/** The same of a club, as it is copied for the stars. */
export function pointIn(
  { id: club, name, org: { id, path, name: union } }: Club,
  at: Instant,
  { seq = 1, ...what }: { points?: number; headcount?: number; seq?: number } = {},
) {
  const entry = awarded({ ...emptyLedger(club), seq: seq - 1 }, at, what);
  return { entry, clubName: name, org: { id, path, name: union } };
}
