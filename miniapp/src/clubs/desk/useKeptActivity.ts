import type { Grade } from '@niangjia/shared/clubs/policy';
import { useState } from 'react';
import { useAnswer } from '../../useAnswer.ts';
import { useDeed } from '../../useDeed.ts';
import { activityTexts as texts } from './activity.text.ts';
import type { AttendeeRow } from './anomalies.ts';
import { deskApi } from './deskApi.ts';

/** An activity as a reviewer judges it, and what they can do with it: each says what came of it, and looks again. */
export function useKeptActivity(activity: string) {
  const asked = useAnswer(() => deskApi.getKeptActivity({ activity }), activity);
  const deed = useDeed();
  const [said, say] = useState('');
  const kept = asked.answer;
  const act = (run: () => Promise<string>) =>
    void deed.run(async () => {
      say('');
      say(await run());
      asked.again();
    });
  /** The grade by the table, or the one that a colleague proposed: the one that is shown. */
  const give = () =>
    act(async () => {
      if (!kept) return '';
      const { proposed, table } = kept;
      const as = proposed ? 'proposed' : 'table';
      const seen = proposed ? proposed.grade : table?.grade;
      const given = await deskApi.gradeActivity({ activity, club: kept.activity.club.id, as, seen });
      return texts.graded(given.grade, given.points);
    });
  const acts = {
    give,
    decide: (approved: boolean, words?: string) =>
      act(async () => {
        await deskApi.decideActivity({ activity, approved, words });
        return approved ? texts.approved : texts.returned;
      }),
    settle: (words: string) =>
      act(async () => {
        await deskApi.settleAnomalies({ activity, words });
        return texts.settled;
      }),
    strike: ({ id: attendee, struck }: AttendeeRow) =>
      act(async () => {
        const { counted } = await deskApi.strikeAttendee({ activity, attendee, struck: !struck });
        return texts.struck(counted.headcount);
      }),
    propose: (grade: Grade, words: string) =>
      act(async () => {
        await deskApi.proposeGrade({ activity, grade, words });
        return texts.proposedSent;
      }),
    decline: () =>
      act(async () => {
        await deskApi.declineProposal({ activity });
        return texts.declined;
      }),
    voidIt: (words: string) =>
      act(async () => {
        await deskApi.voidActivity({ activity, words });
        return texts.voided;
      }),
    reverse: (words: string) =>
      act(async () => {
        const { taken, owed, balance } = await deskApi.reverseAward({ activity, words });
        return texts.reversed(taken, owed, balance);
      }),
  };
  const again = () => {
    deed.clear();
    asked.again();
  };
  return { kept, said, acts, again, busy: deed.busy, refused: deed.refused ?? asked.refused };
}
export type Acts = ReturnType<typeof useKeptActivity>['acts'];
