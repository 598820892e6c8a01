import type { Activity } from '@niangjia/shared/clubs/activity';
import { beginningOf, gradedOn } from '@niangjia/shared/clubs/ledger';
import { dayOf } from '@niangjia/shared/time';
import { type Ledger, ledgerSince, reaches } from '../ledgers.ts';

/** A ledger that reaches back to the day of an activity, and how many of that day it has paid. */
export async function gradedThatDay(
  { club, start }: Pick<Activity, 'club' | 'start'>,
  latest: Ledger,
  as: 'now' | 'read' = 'read',
): Promise<{ ledger: Ledger; gradedThatDay: number }> {
  const since = beginningOf(start);
  const ledger = reaches(latest, since) ? latest : await ledgerSince(club.id, since, as);
  return { ledger, gradedThatDay: gradedOn(dayOf(start), ledger.entries) };
}
