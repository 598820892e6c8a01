import { type CastName, cast } from '@niangjia/shared/cast';
import { thisTab } from '../kept.ts';

/*
 * Acting as somebody of the cast, in the development build for H5 only: WeChat's stand-in takes the
 * code `demo-<name>`. `?as=limin` in the address chooses without asking.
 */
const NAME = 'actAs';
const waiting = new Set<(name: CastName | undefined) => void>();
const listeners = new Set<(asking: boolean) => void>();

const isCast = (name: string | null | undefined): name is CastName =>
  typeof name === 'string' && name in cast;

/** Whom this tab acts as; undefined until somebody is chosen. */
export function actingAs(): CastName | undefined {
  const asked = /[?&]as=(\w+)/.exec(window.location.href)?.[1];
  const name = asked ?? thisTab.kept<string>(NAME);
  return isCast(name) ? name : undefined;
}

/** Acts as somebody from now on and answers whoever waits for a login code. */
export function actAs(name: CastName): void {
  thisTab.keep(NAME, name);
  answerAll(name);
}

function answerAll(name: CastName | undefined): void {
  for (const answer of waiting) answer(name);
  waiting.clear();
  for (const tell of listeners) tell(false);
}

/** Signs in as the published page does: by a phone. */
export function signInByPhone(): void {
  answerAll(undefined);
}

/** Forgets whom this tab acts as. */
export function actAsNobody(): void {
  thisTab.forget(NAME);
}

/**
 * The login code of whom this tab acts as; waits until somebody is chosen on the screen. Undefined when a
 * phone is to sign the page in.
 */
export async function demoCode(): Promise<string | undefined> {
  const name =
    actingAs() ??
    (await new Promise<CastName | undefined>((answer) => {
      waiting.add(answer);
      for (const tell of listeners) tell(true);
    }));
  if (!name) return undefined;
  thisTab.keep(NAME, name);
  return `demo-${name}`;
}

/** Tells whether a choice is being waited for, now and whenever that changes. */
export function whenAsked(tell: (asking: boolean) => void): () => void {
  listeners.add(tell);
  tell(waiting.size > 0);
  return () => {
    listeners.delete(tell);
  };
}
