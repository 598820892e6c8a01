import type { Ruling } from '@niangjia/shared/joining/ruling';
import { SECOND } from '@niangjia/shared/time';
import { useRef, useState } from 'react';
import { asRefused, type Refused, readRefusal } from '../../api/refused.ts';
import { api } from '../../api.ts';
import { type Deed, useDeed } from '../../useDeed.ts';
import { decidedHere, noteDecided, noteTried } from './decidedHere.ts';
import { cameSecond } from './queue.text.ts';
import type { Outcome } from './queueLines.ts';
import type { OpenQueue } from './useQueue.ts';

/** What a reviewer does in the queue. */
export interface Rulings {
  readonly deed: Deed;
  /** Why a row could not be decided, by the application's id. */
  readonly refusals: ReadonlyMap<string, Refused>;
  /** Asks for the same decision again; one whose answer was lost is still made once. */
  readonly again: () => void;
  readonly rule: (id: string, ruling: Ruling) => void;
  /** Approves several whose documents were seen; each is decided on its own. */
  readonly approveSeen: (ids: readonly string[]) => void;
}

/** What a colleague decided, where the refusal says it; otherwise it is looked up. */
function whatCameFirst(refused: Refused | undefined): Partial<Outcome> {
  const { outcome, decidedAt, decidedBy } = refused?.details ?? {};
  if (outcome !== 'approved' && outcome !== 'rejected' && outcome !== 'voided') return {};
  return {
    status: outcome,
    ...(decidedAt ? { at: decidedAt } : {}),
    ...(decidedBy ? { name: decidedBy } : {}),
  };
}

const seen: Ruling = { outcome: 'approved', evidence: 'seenAtDesk' };
// After these it is not known whether the decision was made.
const unanswered: readonly string[] = ['OFFLINE', 'FAILED', 'BUSY'];
// After a decision the next person's buttons come to the same place: a double tap must not decide on them.
const BREATH = 0.8 * SECOND;

/** Deciding from the queue, one by one or several at once; what came of each is told to the queue. */
export function useRulings(queue: OpenQueue): Rulings {
  const deed = useDeed();
  const [refusals, setRefusals] = useState<ReadonlyMap<string, Refused>>(new Map());
  const doneAt = useRef(0);
  const last = useRef<() => Promise<void>>();

  const tell = (results: ReadonlyMap<string, Refused | undefined>) => {
    const outcomes = new Map<string, Outcome>();
    const stopped = new Map<string, Refused>();
    for (const [id, refused] of results) {
      noteTried(id, refused !== undefined && unanswered.includes(refused.code));
      const mine = decidedHere().get(id);
      if (mine) outcomes.set(id, mine);
      else if (cameSecond(refused)) outcomes.set(id, { by: 'colleague', ...whatCameFirst(refused) });
      else if (refused) stopped.set(id, refused);
    }
    if (outcomes.size > 0) doneAt.current = Date.now();
    queue.settle(outcomes);
    setRefusals(stopped);
  };

  const start = (ids: readonly string[], act: () => Promise<void>) => {
    if (Date.now() - doneAt.current < BREATH) return;
    for (const id of ids) noteTried(id, true);
    last.current = act;
    void deed.run(act);
  };

  const rule = (id: string, ruling: Ruling) =>
    start([id], async () => {
      const refused = await api
        .decideApplication({ id, ...ruling })
        .then((decided) => noteDecided(id, decided))
        .catch(asRefused);
      tell(new Map([[id, refused ?? undefined]]));
    });

  const approveSeen = (ids: readonly string[]) =>
    start(ids, async () => {
      const { results } = await api.decideMany({ decisions: ids.map((id) => ({ id, ...seen })) });
      for (const { id, decided } of results) if (decided) noteDecided(id, decided);
      tell(new Map(results.map(({ id, refused }) => [id, refused && readRefusal(refused)])));
    });

  const again = () => {
    if (last.current) void deed.run(last.current);
  };

  return { deed, refusals, again, rule, approveSeen };
}
