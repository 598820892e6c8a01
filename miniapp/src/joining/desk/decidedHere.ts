import type { Outcome } from './queueLines.ts';

/*
 * What this window has decided since it was opened. The queue's index may be seconds behind, and a case
 * is decided on another page than the queue: neither may make a decision look like a colleague's.
 */
const outcomes = new Map<string, Outcome>();
const tried = new Set<string>();

/** Notes an own decision, by the application's id. */
export function noteDecided(
  id: string,
  decided: { outcome: 'approved' | 'rejected' | 'voided'; decidedAt: number },
): void {
  outcomes.set(id, { by: 'me', status: decided.outcome, at: decided.decidedAt });
}

/** The own decisions so far. */
export function decidedHere(): ReadonlyMap<string, Outcome> {
  return outcomes;
}

/** Notes whether a decision is open: asked for, with no answer that says what became of it. */
export function noteTried(id: string, open: boolean): void {
  if (open) tried.add(id);
  else tried.delete(id);
}

/** Whether a decision on this application may have been this window's own. */
export function wasTriedHere(id: string): boolean {
  return tried.has(id);
}
