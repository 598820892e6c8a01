import { browserOf } from '@niangjia/shared/browser';
import type { ResponseOf } from '@niangjia/shared/contract';
import { pairingText } from '@niangjia/shared/pairing';
import { system } from '@niangjia/shared/system';
import { SECOND } from '@niangjia/shared/time';
import { randomKey } from '../api/randomKey.ts';
import { asRefused, Refused } from '../api/refused.ts';
import { send } from '../api/send.ts';

/*
 * A web page (H5) is signed in by a phone: it shows a code, keeps a secret that is nowhere but in its memory,
 * and asks until the phone has said yes. Nothing of this is ever in its address.
 */

/** A login that a page was given by a phone. */
export type WebLogin = ResponseOf<typeof system.renewSignIn>;

/** What a page shows while it waits for a phone. */
export interface Waiting {
  /** The text of the QR code, as soon as there is one. */
  readonly text?: string;
  /** The code is over; a tap asks for another. */
  readonly over?: boolean;
  readonly refused?: Refused;
  /** The page was signed in before, and that has ended. */
  readonly ended: boolean;
}

const EVERY = 2 * SECOND;

let waiting: Waiting | undefined;
let signedIn: (login: WebLogin) => void = () => {};
/** Which code is shown: whoever asks for an earlier one stops. */
let turn = 0;
const listeners = new Set<(waiting: Waiting | undefined) => void>();

function show(next: Omit<Waiting, 'ended'> | undefined): void {
  waiting = next && { ...next, ended: waiting?.ended ?? false };
  for (const tell of listeners) tell(waiting);
}

/** Tells what a page shows while it waits for a phone, now and whenever that changes; nothing while it does not. */
export function whileWaiting(tell: (waiting: Waiting | undefined) => void): () => void {
  listeners.add(tell);
  tell(waiting);
  return () => {
    listeners.delete(tell);
  };
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Resolves as soon as somebody can see the page. */
function seen(): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (document.visibilityState === 'hidden') return;
      document.removeEventListener('visibilitychange', look);
      resolve();
    };
    document.addEventListener('visibilitychange', look);
    look();
  });
}

async function digest(secret: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret)));
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=/g, '');
}

type Answer = ResponseOf<typeof system.takePairing>;

/** Asks until the phone has said yes or the code is over, while somebody looks. */
async function ask(code: string, secret: string, mine: number): Promise<void> {
  const text = pairingText(code);
  for (;;) {
    await seen();
    if (mine !== turn) return;
    try {
      const answer = (await send(system.takePairing, { code, secret }, {})) as Answer;
      if (mine !== turn) return;
      if (answer.status === 'signedIn') {
        const { status: _, ...login } = answer;
        show(undefined);
        return signedIn(login);
      }
      if (waiting?.refused) show({ text });
    } catch (thrown) {
      if (mine !== turn) return;
      const refused = asRefused(thrown);
      if (refused.code === 'PAIRING_OVER') return show({ over: true });
      show({ text, refused });
    }
    await pause(EVERY);
  }
}

/** Shows a new code. */
export async function showCode(): Promise<void> {
  turn += 1;
  const mine = turn;
  show({});
  try {
    const secret = await randomKey();
    const input = { secretHash: await digest(secret), browser: browserOf(navigator.userAgent) };
    const { code } = (await send(system.openPairing, input, {})) as ResponseOf<typeof system.openPairing>;
    if (mine !== turn) return;
    show({ text: pairingText(code) });
    await ask(code, secret, mine);
  } catch (thrown) {
    if (mine === turn) show({ refused: asRefused(thrown) });
  }
}

/** The login that a phone gives this page, however long that takes. `ended`: it had one, which has ended. */
export function byPhone(ended: boolean): Promise<WebLogin> {
  waiting = { ended };
  return new Promise((resolve) => {
    signedIn = resolve;
    void showCode();
  });
}

/** The page's next login; undefined when the sign-in is over. Throws Refused when it could not be asked. */
export async function renewed(renewal: string): Promise<WebLogin | undefined> {
  try {
    return (await send(system.renewSignIn, { renewal }, {})) as WebLogin;
  } catch (thrown) {
    if (thrown instanceof Refused && thrown.code === 'WEB_SIGN_IN_OVER') return undefined;
    throw thrown;
  }
}

/** Opens the page anew, as whoever is signed in now. */
export function startAfresh(): Promise<never> {
  window.location.reload();
  return new Promise(() => {});
}
