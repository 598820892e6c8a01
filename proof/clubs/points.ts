import type { Club } from '@niangjia/shared/clubs/club';
import { award, emptyLedger } from '@niangjia/shared/clubs/ledger';
import { dayOf, type Instant } from '@niangjia/shared/time';
import { newId } from '../../functions/secrets.ts';

/** An award of a club's at some moment, as it is copied for the stars. */
export function pointIn(
  { id: club, name, org }: Club,
  at: Instant,
  { points = 60, headcount = 30, seq = 1 } = {},
) {
  const what = {
    activity: newId(),
    title: '秋日共读',
    day: dayOf(at),
    nature: 'street',
    headcount,
    grade: 'B',
    rule: 1,
    points,
  } as const;
  const by = { by: 'fangling', role: 'clubReviewer', authority: '工发〔2026〕1号' } as const;
  const entry = award({ ...emptyLedger(club), seq: seq - 1 }, what, by, at);
  return { entry, clubName: name, org: { id: org.id, path: org.path, name: org.name } };
}
