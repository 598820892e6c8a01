import { useEffect } from 'react';

/*
 * The size of the paper is a rule of the whole document, not of a page of ours, and WeChat's style sheets
 * do not know it: so it is in force only while what is to be printed is open in a browser.
 */
const A4 = '@page { size: A4 portrait; margin: 0; }';

/** While this is shown, printing fills one sheet of A4, without the browser's own head and foot. */
export function usePaper(): void {
  useEffect(() => {
    if (process.env.TARO_ENV === 'weapp') return;
    const style = document.createElement('style');
    style.textContent = A4;
    document.head.appendChild(style);
    return () => style.remove();
  }, []);
}
