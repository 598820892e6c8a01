import { useState } from 'react';
import { scan } from '../scan.ts';
import { useDeed } from '../useDeed.ts';
import { whereAmI } from '../whereAmI.ts';
import { bookingsTexts as texts } from './bookings.text.ts';
import { doorIn } from './door.ts';
import { venuesApi } from './venuesApi.ts';

/** Checking in at the door: the code is scanned, then the phone says where it is, if it is let. */
export function useCheckIn(id: string, onDone: () => void) {
  const deed = useDeed();
  const [said, say] = useState<string>();
  const checkIn = async () => {
    say(undefined);
    deed.clear();
    const scanned = await scan();
    if (scanned === undefined) return;
    const door = doorIn(scanned);
    if (!door) return say(scanned ? texts.otherCode : texts.unreadable);
    const done = await deed.run(async () => {
      await venuesApi.checkIn({ id, door, ...(await whereAmI()) });
    });
    if (done) onDone();
  };
  return { deed, said, checkIn };
}
