import { useEffect } from 'react';

/*
 * The size of the paper is a rule of the whole document, not of a page of ours, and WeChat's style sheets
 * do not know it: so it is in force only while what is to be printed is open in a browser.
 */
const A4 = {
  /** One sheet, filled to its edges, without the browser's own head and foot. */
  sheet: '@page { size: A4 portrait; margin: 0; }',
  /** As many sheets as it takes, with room at the edges; a page on the screen ends where the window does. */
  list: `@page { size: A4 portrait; margin: 12mm; }
    @media print {
      html, body, #app, .taro_router, .taro_page { position: static; height: auto; overflow: visible; }
    }`,
};

/** While this is shown, it is printed so; undefined for what is not for paper. */
export function usePaper(kind: keyof typeof A4 | undefined): void {
  useEffect(() => {
    if (process.env.TARO_ENV === 'weapp' || !kind) return;
    const style = document.createElement('style');
    style.textContent = A4[kind];
    document.head.appendChild(style);
    return () => style.remove();
  }, [kind]);
}
