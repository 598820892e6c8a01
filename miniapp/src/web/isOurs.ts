import { SECOND } from '@niangjia/shared/time';

/** Longer than a page that is opened again waits for its former self to go. */
const PATIENCE = 2 * SECOND;

let held: { readonly signIn: string; readonly ours: Promise<boolean> } | undefined;

function hold(signIn: string): Promise<boolean> {
  // Where a browser has no locks, a copied tab is found out at the renewal, which ends the sign-in.
  if (!navigator.locks) return Promise.resolve(true);
  const giveUp = new AbortController();
  setTimeout(() => giveUp.abort(), PATIENCE);
  return new Promise((answer) => {
    navigator.locks
      .request(`signIn ${signIn}`, { signal: giveUp.signal }, () => {
        answer(true);
        return new Promise(() => {});
      })
      .catch(() => answer(false));
  });
}

/**
 * Whether a sign-in is this tab's: a tab that is duplicated takes its storage along, and of two that renew
 * in turn each would look to the API like a thief of the other. The first to hold it has it.
 */
export function isOurs(signIn: string): Promise<boolean> {
  if (held?.signIn !== signIn) held = { signIn, ours: hold(signIn) };
  return held.ours;
}
