import { useCallback, useEffect, useRef, useState } from 'react';
import { asRefused, type Refused } from '../../api/refused.ts';
import { api } from '../../api.ts';
import { useVisible } from '../../useVisible.ts';
import { learn, type Standing } from '../standing.ts';
import { nextPoll } from './pollRhythm.ts';

/** A person's application while they wait for its decision. */
export interface Waiting {
  readonly standing: Standing | undefined;
  readonly refused: Refused | undefined;
  /** It has been so long that the screen no longer asks by itself. */
  readonly resting: boolean;
  readonly visible: boolean;
  /** Asks now, and goes on asking. */
  readonly look: () => void;
}

/** Asks for the decision in the rhythm of pollRhythm.ts while somebody is looking. */
export function useDecision(): Waiting {
  const visible = useVisible();
  const [standing, setStanding] = useState<Standing>();
  const [refused, setRefused] = useState<Refused>();
  const [resting, setResting] = useState(false);
  const [turn, setTurn] = useState(0);
  const decided = useRef(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new turn starts the clock again
  useEffect(() => {
    if (!visible) return;
    const since = Date.now();
    let over = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      try {
        const { person } = await api.login();
        const found = await api.getMyApplication();
        if (over) return;
        decided.current = found.status !== 'submitted';
        learn(person.id, found.status);
        setStanding(found);
        setRefused(undefined);
      } catch (thrown) {
        if (over) return;
        setRefused(asRefused(thrown));
      }
      const pause = nextPoll({ since, now: Date.now(), visible: true, decided: decided.current });
      setResting(pause === undefined && !decided.current);
      if (pause !== undefined) timer = setTimeout(ask, pause);
    };
    void ask();
    return () => {
      over = true;
      if (timer) clearTimeout(timer);
    };
  }, [visible, turn]);

  const look = useCallback(() => setTurn((before) => before + 1), []);
  return { standing, refused, resting, visible, look };
}
