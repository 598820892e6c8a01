import { useState } from 'react';
import { useReminder } from '../api/askToRemind.ts';
import { scan } from '../scan.ts';
import { useDeed } from '../useDeed.ts';
import { whereAmI } from '../whereAmI.ts';
import type { CheckedIn } from './answers.ts';
import { clubsApi } from './clubsApi.ts';
import { scanTexts as texts } from './scan.text.ts';

/** Checking in by the code on the leader's screen: scanned first, then the phone says where it is, if it is let. */
export function useCodeScan(onDone: () => void) {
  const deed = useDeed();
  const [said, say] = useState<string>();
  const [checkedIn, setCheckedIn] = useState<CheckedIn>();
  const askToRemind = useReminder();
  const checkIn = async () => {
    say(undefined);
    deed.clear();
    const remind = await askToRemind('activity');
    const code = await scan();
    if (code === undefined) return;
    if (code === '') return say(texts.unreadable);
    const done = await deed.run(async () => {
      setCheckedIn(await clubsApi.checkInToActivity({ code, ...(await whereAmI()), remind }));
    });
    if (done) onDone();
  };
  return { deed, said, checkedIn, checkIn };
}
