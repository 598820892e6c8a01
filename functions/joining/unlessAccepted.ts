import type { Application } from '@niangjia/shared/joining/application';
import { Refusal } from '@niangjia/shared/refusal';
import { acceptedBefore, type RequestMark } from '@niangjia/shared/retry';
import type { Instant } from '@niangjia/shared/time';
import { getApplication } from './applications.ts';

/**
 * Does what a request asks. When that is refused, but this very request was accepted before, nothing is
 * refused: what it was made from may have ended since (a phone code is good once, a visit for a day).
 */
export async function unlessAccepted(
  { caller, request, now }: { caller: string; request: RequestMark; now: Instant },
  act: () => Promise<Application>,
): Promise<Application> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const current = await getApplication(caller);
    if (current && acceptedBefore(current.accepted, request, now)) return current;
    throw error;
  }
}
