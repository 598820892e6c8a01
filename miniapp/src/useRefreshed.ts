import { SECOND } from '@niangjia/shared/time';
import { useEffect, useRef } from 'react';
import { type Asked, useAnswer } from './useAnswer.ts';
import { useVisible } from './useVisible.ts';

const EVERY = 4 * SECOND;

/** An answer that is asked again every so often while the page is looked at, and at once on returning. */
export function useRefreshed<T>(ask: () => Promise<T>, key: string, every = EVERY): Asked<T> {
  const visible = useVisible();
  const asked = useAnswer(ask, key);
  const { again, loading } = asked;
  const left = useRef(false);
  useEffect(() => {
    if (!visible) {
      left.current = true;
      return;
    }
    if (left.current) {
      left.current = false;
      again();
      return;
    }
    // Counted from the last answer, so that a slow network is never asked twice at once.
    if (loading) return;
    const timer = setTimeout(again, every);
    return () => clearTimeout(timer);
  }, [visible, loading, again, every]);
  return asked;
}
