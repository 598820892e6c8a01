import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';

/** The button that agrees; WeChat checks that it was the one that was tapped. */
export const AGREES = 'agree-privacy';

type Resolve = Parameters<Taro.onNeedPrivacyAuthorization.Listener>[0];

let what: string | undefined;
let waiting: Resolve[] = [];
const listeners = new Set<(what: string | undefined) => void>();

function show(next: string | undefined): void {
  what = next;
  for (const listener of listeners) listener(next);
}

/** From now on WeChat leaves the question to us, before something personal is used for the first time. */
export function listenForPrivacy(): void {
  // WeChat of before 2023 asks nothing.
  Taro.onNeedPrivacyAuthorization?.((resolve, { referrer }) => {
    waiting.push(resolve);
    resolve({ event: 'exposureAuthorization' });
    show(referrer);
  });
}

/** Answers whatever asked; what was refused fails where it was called, and is asked for again the next time. */
export function answerPrivacy(agreed: boolean): void {
  for (const resolve of waiting)
    resolve(agreed ? { event: 'agree', buttonId: AGREES } : { event: 'disagree' });
  waiting = [];
  show(undefined);
}

/** WeChat's name of what is about to be used, while it waits for an answer. */
export function usePrivacyQuestion(): string | undefined {
  const [asked, setAsked] = useState(what);
  useEffect(() => {
    listeners.add(setAsked);
    return () => {
      listeners.delete(setAsked);
    };
  }, []);
  return asked;
}
