import { Refusal } from '@niangjia/shared/refusal';
import { ConditionFailed } from '../table.ts';

/** How often it is judged again from what has come in between. */
const TRIES = 4;

/** Nothing would be written that shows whether what was read is old: it is to be judged by what holds now. */
export class MayBeOld extends Error {}

const isAnswer = (error: unknown): error is Refusal => error instanceof Refusal && error.code !== 'BUSY';

/**
 * Acts on what was read, which may be a moment old: what is written from it holds, or is not written. A refusal, or
 * something that has come in between, is judged again by what holds now; only that refuses. Throws BUSY where others
 * were quicker each time.
 */
export async function judged<Seen, Done>(
  seen: Seen,
  readNow: () => Promise<Seen>,
  act: (seen: Seen) => Promise<Done>,
): Promise<Done> {
  try {
    return await act(seen);
  } catch (error) {
    const again = isAnswer(error) || error instanceof ConditionFailed || error instanceof MayBeOld;
    if (!again) throw error;
  }
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    try {
      return await act(await readNow());
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
    }
  }
  throw new Refusal('BUSY');
}
