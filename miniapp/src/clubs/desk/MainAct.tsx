import { type RefusalCode, refusalEntry } from '@niangjia/shared/refusal';
import { sayTime } from '@niangjia/shared/time';
import { Button } from '../../ui/Button.tsx';
import { activityTexts as texts } from './activity.text.ts';
import type { Kept } from './anomalies.ts';
import type { Acts } from './useKeptActivity.ts';

const wordsOf = (why: string | undefined) => why && refusalEntry(why as RefusalCode).text;

/** Why it can't be graded now, with the moment from which it can. */
function sayWhyNot({ whyNotGrade, gradedFrom, proposed }: Kept): string | undefined {
  if (whyNotGrade === 'ANSWERS_PENDING' && gradedFrom) {
    return texts.gradedFrom(sayTime(gradedFrom, Date.now()));
  }
  return wordsOf(whyNotGrade) ?? (proposed?.mine ? texts.proposedMine : undefined);
}

function sayGrade({ proposed, table, counted }: Kept): string {
  if (proposed) return texts.confirm(proposed.grade);
  if (table?.grade) return texts.byTable(table.grade, table.points);
  return counted ? texts.byTableNone : texts.grading;
}

/** Whether an activity is still to be graded. */
export const isToGrade = ({ activity: { status } }: Kept) => status === 'held' || status === 'reported';

/** The one thing to do with an activity as it stands; nothing where there is none. */
export function MainAct({ kept, busy, acts }: { kept: Kept; busy: boolean; acts: Acts }) {
  if (kept.activity.status === 'declared') {
    return (
      <Button kind="main" busy={busy} whyNot={wordsOf(kept.whyNotRule)} onPress={() => acts.decide(true)}>
        {texts.approve}
      </Button>
    );
  }
  if (!isToGrade(kept)) return null;
  return (
    <Button kind="main" busy={busy} whyNot={sayWhyNot(kept)} onPress={acts.give}>
      {sayGrade(kept)}
    </Button>
  );
}
