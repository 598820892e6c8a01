import { useEffect, useRef, useState } from 'react';
import { asRefused, type Refused } from '../../api/refused.ts';
import { useRefreshed } from '../../useRefreshed.ts';
import { decidedHere } from './decidedHere.ts';
import { loadQueue, lookUpOutcomes, type Queue, type QueueOf } from './loadQueue.ts';
import { type Line, mergeLines, type Outcome, settleLines } from './queueLines.ts';

/** The queue on the screen. */
export interface OpenQueue {
  /** Whose queue it is and how long one may wait; undefined until the first answer. */
  readonly about: Pick<Queue, 'org' | 'session' | 'lateAfter'> | undefined;
  /** Undefined until the first answer. */
  readonly lines: readonly Line[] | undefined;
  readonly further: boolean;
  readonly refused: Refused | undefined;
  readonly again: () => void;
  /** Clears away what was decided before, and shows what came of these now. */
  readonly settle: (outcomes: ReadonlyMap<string, Outcome>) => void;
}

// How often it is asked what a colleague decided before it is called unknown; the record may come late.
const LOOKS = 4;

/** The queue, refreshing itself; what colleagues decide meanwhile is looked up and said. */
export function useQueue(of: QueueOf, online: boolean): OpenQueue {
  const asked = useRefreshed(() => loadQueue(of, online), `${of.org} ${of.session} ${online}`);
  const [lines, setLines] = useState<readonly Line[]>();
  const putAway = useRef(new Set<string>());
  const looks = useRef(new Map<string, number>());
  const { answer } = asked;

  useEffect(() => {
    if (!answer) return;
    setLines((before = []) =>
      settleLines(mergeLines(before, answer.rows, answer.further, putAway.current), decidedHere()),
    );
  }, [answer]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each fresh answer
  useEffect(() => {
    const open = (lines ?? []).filter(({ outcome }) => outcome && !outcome.status).map(({ row }) => row.id);
    if (open.length === 0) return;
    let over = false;
    for (const id of open) looks.current.set(id, (looks.current.get(id) ?? 0) + 1);
    lookUpOutcomes(of, open)
      .then((found) => {
        if (over) return;
        for (const id of open) {
          if (!found.has(id) && (looks.current.get(id) ?? 0) >= LOOKS) {
            found.set(id, { by: 'colleague', status: 'unknown' });
          }
        }
        setLines((before) => before && settleLines(before, found));
      })
      // The next refresh asks again, and says itself when nothing answers.
      .catch(asRefused);
    return () => {
      over = true;
    };
  }, [answer, lines?.filter(({ outcome }) => outcome && !outcome.status).length]);

  const settle = (outcomes: ReadonlyMap<string, Outcome>) =>
    setLines((before = []) => {
      const rest = before.filter(({ row, outcome }) => {
        if (!outcome?.status) return true;
        putAway.current.add(row.id);
        return false;
      });
      return settleLines(rest, outcomes);
    });

  return {
    about: answer,
    lines,
    further: answer?.further ?? false,
    refused: asked.refused,
    again: asked.again,
    settle,
  };
}
