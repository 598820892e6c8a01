import type { Activity } from '@niangjia/shared/clubs/activity';
import { clubDesk } from '@niangjia/shared/clubs/deskContract';
import { reverse as reversed } from '@niangjia/shared/clubs/judging';
import { type Entry, reverse } from '@niangjia/shared/clubs/ledger';
import { Refusal } from '@niangjia/shared/refusal';
import { staffHandler } from '../../handler.ts';
import { clubsPolicy } from '../../policies.ts';
import { transact } from '../../table.ts';
import { activityPut } from '../activities.ts';
import { judged } from '../judging.ts';
import { entryPut, getEntry, ledgerSince } from '../ledgers.ts';
import { activitySubject } from './activitySubject.ts';
import { decidedBy } from './decided.ts';

type Of<Kind extends Entry['kind']> = Extract<Entry, { kind: Kind }>;

const answer = ({ taken, owed, balance }: Of<'reversal'>) => ({ taken, owed, balance });

/** The entry that took an activity's award back. */
async function reversalOf({ club, id, ruled }: Activity): Promise<Of<'reversal'>> {
  const { entries } = await ledgerSince(club.id, ruled?.at ?? 0, 'now');
  const entry = entries.find((one) => one.kind === 'reversal' && one.activity === id);
  if (entry?.kind !== 'reversal')
    throw new Error(`activity ${id} is reversed, and its ledger does not say so`);
  return entry;
}

/** Takes an award back: the activity and the entry are one transaction. Nothing that was written is changed. */
export const reverseAward = staffHandler(clubDesk.reverseAward, {
  subject: activitySubject,
  handle: async ({ input, subject, staff, caller, request, now }) => {
    const policy = await clubsPolicy(now);
    const readNow = async () => {
      const again = await activitySubject(input, caller);
      if (!again) throw new Refusal('NOT_FOUND');
      return again;
    };
    return judged(subject, readNow, async ({ activity, reviewer }) => {
      const decided = decidedBy(staff, activity.org.path, now, input.words);
      const after = reversed(activity, { decided, reviewer }, request, now);
      if (after === activity) return answer(await reversalOf(activity));
      const { club, result } = activity;
      const [award, { state }] = await Promise.all([
        getEntry(club.id, result?.entry ?? 0),
        ledgerSince(club.id, now, 'now'),
      ]);
      if (award?.kind !== 'award') throw new Error(`activity ${activity.id} has no award`);
      const { by, role, authority } = decided;
      const entry = reverse(state, award, input.words, { by, role, authority }, now);
      await transact([activityPut(after, policy), entryPut(entry)]);
      return answer(entry);
    });
  },
});
