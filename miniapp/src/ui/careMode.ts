import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { keep, kept } from '../kept.ts';

const listeners = new Set<(on: boolean) => void>();
let current: boolean | undefined;

/** 关怀模式 (large type, large targets): whether it is on, and how to turn it on or off on this phone. */
export function useCareMode(): [boolean, (on: boolean) => void] {
  current ??= kept<boolean>('careMode') ?? wantsLargeType();
  const [on, show] = useState(current);
  useEffect(() => {
    listeners.add(show);
    show(current ?? false);
    return () => {
      listeners.delete(show);
    };
  }, []);
  return [on, turn];
}

// WeChat's own type size, 17 px as it comes; who has set it this large wants ours large too.
const LARGE = 21;

function wantsLargeType(): boolean {
  if (process.env.TARO_ENV !== 'weapp') return false;
  // Taro's types do not know the field yet.
  const { fontSizeSetting } = Taro.getAppBaseInfo() as { fontSizeSetting?: number };
  return (fontSizeSetting ?? 0) >= LARGE;
}

function turn(on: boolean): void {
  current = on;
  keep('careMode', on);
  for (const show of listeners) show(on);
}
