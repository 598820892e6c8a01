import type { RequestOf, ResponseOf } from '@niangjia/shared/contract';
import type { joining } from '@niangjia/shared/joining/contract';
import type { Ruling } from '@niangjia/shared/joining/ruling';
import { useState } from 'react';
import { api } from '../../api.ts';
import { type Deed, useDeed } from '../../useDeed.ts';
import { noteDecided } from './decidedHere.ts';

type Decisions = RequestOf<typeof joining.decideMany>['decisions'];
/** What came of each decision, in the order they were asked for. */
export type Results = ResponseOf<typeof joining.decideMany>['results'];

/** Deciding from an opened case. */
export interface CaseDeeds {
  readonly deed: Deed;
  readonly results: Results | undefined;
  /** Decides this case. */
  readonly rule: (id: string, ruling: Ruling) => void;
  /** Decides several in this order, each on its own. */
  readonly settle: (decisions: Decisions) => void;
}

/** What a reviewer does with an opened case. */
export function useCase(): CaseDeeds {
  const deed = useDeed();
  const [results, setResults] = useState<Results>();
  const rule = (id: string, ruling: Ruling) =>
    void deed.run(async () => {
      const decided = await api.decideApplication({ id, ...ruling });
      noteDecided(id, decided);
      setResults([{ id, decided }]);
    });
  const settle = (decisions: Decisions) =>
    void deed.run(async () => {
      const answer = await api.decideMany({ decisions });
      for (const { id, decided } of answer.results) if (decided) noteDecided(id, decided);
      setResults(answer.results);
    });
  return { deed, results, rule, settle };
}
