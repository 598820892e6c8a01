import type { Club } from '@niangjia/shared/clubs/club';
import type { Entry } from '@niangjia/shared/clubs/ledger';
import { requested } from '@niangjia/shared/clubs/redemption';
import { getClub } from '../../clubRecords.ts';
import { recordDecision } from '../../records.ts';
import { putPoint } from '../points.ts';
import { putRedemption } from '../redemptions.ts';

/** What comes of an entry of a ledger: a hold begins a redemption, points go into the figures, a repayment is recorded. */

const recordRepaid = (
  { club: id, seq, by, authority, at, points, voucher }: Extract<Entry, { kind: 'repayment' }>,
  { name, org }: Club,
): Promise<void> =>
  recordDecision({
    ...{ kind: 'redemption', person: id, about: String(seq), thing: name },
    ...{ org: { id: org.id, path: org.path, name: org.name }, by, role: 'finance', authority, at },
    ...{ from: 'owed', to: 'repaid' },
    changes: [
      { field: 'points', before: '', after: String(points) },
      { field: 'voucher', before: '', after: voucher },
    ],
  });

export async function projectEntry(entry: Entry): Promise<void> {
  const club = await getClub(entry.club);
  if (!club) return;
  if (entry.kind === 'hold') await putRedemption(requested(entry, club));
  if (entry.kind === 'award' || entry.kind === 'reversal') {
    const { id, path, name } = club.org;
    await putPoint({ entry, clubName: club.name, org: { id, path, name } });
  }
  if (entry.kind === 'repayment') await recordRepaid(entry, club);
}
