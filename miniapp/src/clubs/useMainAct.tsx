import { type RefusalCode, refusalEntry } from '@niangjia/shared/refusal';
import type { ReactNode } from 'react';
import { useReminder } from '../api/askToRemind.ts';
import type { Refused } from '../api/refused.ts';
import { open } from '../screens.ts';
import { Button } from '../ui/Button.tsx';
import { useDeed } from '../useDeed.ts';
import { activityTexts as texts } from './activity.text.ts';
import type { ActivityAnswer, CheckedIn } from './answers.ts';
import { clubsApi } from './clubsApi.ts';
import { scanTexts } from './scan.text.ts';
import { useCodeScan } from './useCodeScan.ts';

/** The one thing that somebody does with an activity now, and what became of it. */
interface MainAct {
  readonly button?: ReactNode;
  readonly refused: Refused | undefined;
  readonly again: () => void;
  /** What is wrong with the code that was scanned. */
  readonly said: string | undefined;
  readonly checkedIn: CheckedIn | undefined;
}

/** What its leader does next: mend it, show the code, write the report. */
function leadersNext({ activity, reportUntil }: ActivityAnswer, isOn: boolean, now: number) {
  const { id, status, end } = activity;
  if (status === 'returned') return { text: texts.mend, go: () => open('declare', { activity: id }) };
  if (isOn)
    return {
      text: status === 'held' ? texts.showCode : texts.openCode,
      go: () => open('activityCode', { activity: id }),
    };
  if (status === 'held' && now >= end && now <= reportUntil)
    return { text: texts.write, go: () => open('report', { activity: id }) };
  return undefined;
}

/** The main button of an activity's page: for its leader what comes next, for others checking in or signing up. */
export function useMainAct(there: ActivityAnswer | undefined, now: number, onChanged: () => void): MainAct {
  const scanning = useCodeScan(onChanged);
  const signing = useDeed();
  const askToRemind = useReminder();
  const { said, checkedIn } = scanning;
  const none = { refused: scanning.deed.refused, again: scanning.checkIn, said, checkedIn };
  if (!there) return none;
  const { activity, leads, mine, checkInFrom, checkInUntil } = there;
  const { id, status, start } = activity;
  const isOpen = status === 'approved' || status === 'held';
  const isOn = isOpen && now >= checkInFrom && now <= checkInUntil;
  if (leads) {
    const next = leadersNext(there, isOn, now);
    const button = next && (
      <Button kind="main" onPress={next.go}>
        {next.text}
      </Button>
    );
    return { ...none, button };
  }
  if (mine.cameAt !== undefined) return none;
  if (isOn)
    return {
      ...none,
      button: (
        <Button kind="main" busy={scanning.deed.busy} onPress={scanning.checkIn}>
          {scanning.deed.busy ? scanTexts.scanning : scanTexts.scan}
        </Button>
      ),
    };
  if (!isOpen || mine.signedUp || now >= start) return none;
  const signUp = async () => {
    const remind = await askToRemind('activity');
    if (await signing.run(async () => void (await clubsApi.signUp({ activity: id, remind })))) onChanged();
  };
  return {
    ...none,
    refused: signing.refused,
    again: signUp,
    button: (
      <Button
        kind="main"
        busy={signing.busy}
        whyNot={mine.whyNotSignUp && refusalEntry(mine.whyNotSignUp as RefusalCode).text}
        onPress={signUp}
      >
        {signing.busy ? texts.signingUp : texts.signUp}
      </Button>
    ),
  };
}
