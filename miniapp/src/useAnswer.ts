import { useCallback, useEffect, useRef, useState } from 'react';
import { asRefused, type Refused } from './api/refused.ts';

/** What a screen has of an answer: not yet there, there, or refused (what was there before stays). */
export interface Asked<T> {
  readonly answer: T | undefined;
  readonly refused: Refused | undefined;
  readonly loading: boolean;
  /** Asks again; what is shown stays until the new answer is there. */
  readonly again: () => void;
}

/** Asks when the screen opens and whenever `key` changes. A late answer to an earlier question is dropped. */
export function useAnswer<T>(ask: () => Promise<T>, key: string): Asked<T> {
  const [state, setState] = useState<Omit<Asked<T>, 'again'>>({
    answer: undefined,
    refused: undefined,
    loading: true,
  });
  const latest = useRef(ask);
  latest.current = ask;
  const turn = useRef(0);
  const again = useCallback(() => {
    turn.current += 1;
    const mine = turn.current;
    setState((before) => ({ ...before, loading: true }));
    latest
      .current()
      .then((answer) => ({ answer, refused: undefined, loading: false }))
      .catch((thrown: unknown) => ({ answer: undefined, refused: asRefused(thrown), loading: false }))
      .then((next) => {
        if (mine !== turn.current) return;
        setState((before) => (next.refused ? { ...next, answer: before.answer } : next));
      });
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new key is a new question
  useEffect(() => {
    again();
    return () => {
      turn.current += 1;
    };
  }, [again, key]);
  return { ...state, again };
}
