import { useCallback, useEffect, useRef, useState } from 'react';
import { asRefused, type Refused } from '../../api/refused.ts';
import { useVisible } from '../../useVisible.ts';
import { nextPoll } from './pollRhythm.ts';

/** An answer somebody waits for to change. */
export interface Awaited<T> {
  /** The latest there was; undefined before the first. */
  readonly answer: T | undefined;
  readonly refused: Refused | undefined;
  /** It has been so long that the screen no longer asks by itself. */
  readonly resting: boolean;
  readonly visible: boolean;
  /** Asks now, and goes on asking. */
  readonly look: () => void;
}

/** Asks at once and on every return, and then in the rhythm of pollRhythm.ts until it is `decided`. */
export function useAwaited<T>(ask: () => Promise<T>, decided: (answer: T) => boolean): Awaited<T> {
  const visible = useVisible();
  const [seen, setSeen] = useState<Pick<Awaited<T>, 'answer' | 'refused' | 'resting'>>({
    answer: undefined,
    refused: undefined,
    resting: false,
  });
  const [turn, setTurn] = useState(0);
  const latest = useRef({ ask, decided });
  latest.current = { ask, decided };
  const over = useRef(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new turn starts the clock again
  useEffect(() => {
    if (!visible) return;
    const since = Date.now();
    let left = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async () => {
      let news: { answer: T; refused: undefined } | { refused: Refused };
      try {
        const answer = await latest.current.ask();
        over.current = latest.current.decided(answer);
        news = { answer, refused: undefined };
      } catch (thrown) {
        news = { refused: asRefused(thrown) };
      }
      if (left) return;
      const pause = nextPoll({ since, now: Date.now(), visible: true, decided: over.current });
      setSeen((before) => ({ ...before, ...news, resting: pause === undefined && !over.current }));
      if (pause !== undefined) timer = setTimeout(look, pause);
    };
    void look();
    return () => {
      left = true;
      if (timer) clearTimeout(timer);
    };
  }, [visible, turn]);

  const look = useCallback(() => setTurn((before) => before + 1), []);
  return { ...seen, visible, look };
}
