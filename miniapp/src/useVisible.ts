import { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useState } from 'react';

/** Whether somebody can see this page now: it is on top, and neither WeChat nor the tab is in the background. */
export function useVisible(): boolean {
  const [onTop, setOnTop] = useState(true);
  const [tabShown, setTabShown] = useState(true);
  useDidShow(() => setOnTop(true));
  useDidHide(() => setOnTop(false));
  useEffect(() => {
    // In WeChat the page itself is hidden with the app.
    if (process.env.TARO_ENV === 'weapp') return;
    const look = () => setTabShown(document.visibilityState !== 'hidden');
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);
  return onTop && tabShown;
}
