import { useEffect, useId, useRef } from 'react';
import { useVisible } from '../useVisible.ts';

const ROWS = '[role="row"][tabindex]';
const typing = (target: EventTarget | null) =>
  target instanceof window.Element && target.closest('input, textarea, [contenteditable]') !== null;

/** How far a key goes: `j` and `k` anywhere on the page, the arrows once a row has the focus. */
function stepOf(key: string, inside: boolean, rows: number): number | undefined {
  if (key === 'j' || (inside && key === 'ArrowDown')) return 1;
  if (key === 'k' || (inside && key === 'ArrowUp')) return -1;
  if (inside && key === 'Home') return -rows;
  if (inside && key === 'End') return rows;
  return undefined;
}

/** One of the rows is a stop of the Tab key, the others are passed over. */
function stopAt(rows: readonly HTMLElement[], place: number): void {
  const current = Math.min(place, rows.length - 1);
  for (const [i, row] of rows.entries()) {
    const stop = i === current ? '0' : '-1';
    if (row.getAttribute('tabindex') !== stop) row.setAttribute('tabindex', stop);
  }
}

/**
 * Makes the rows of a table one stop of the Tab key, with j, k and the arrows to go from one to the next.
 * When the row that had the focus is gone, the next step goes on from its place. Gives the table's id.
 */
export function useRowKeys(): string {
  const id = useId();
  const visible = useVisible();
  const place = useRef<number>();
  const web = process.env.TARO_ENV !== 'weapp';
  const rowsNow = () => [...(document.getElementById(id)?.querySelectorAll<HTMLElement>(ROWS) ?? [])];
  const inFocus = (rows: readonly HTMLElement[]) =>
    rows.findIndex((row) => row.contains(document.activeElement));

  // After each drawing: rows come and go.
  useEffect(() => {
    if (web) stopAt(rowsNow(), place.current ?? 0);
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows are looked up when a key is pressed
  useEffect(() => {
    // A page that lies under another one hears the keys too.
    if (!web || !visible) return;
    const move = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
      const rows = rowsNow();
      const focused = inFocus(rows);
      const step = stepOf(event.key, focused >= 0, rows.length);
      if (step === undefined || rows.length === 0) return;
      const from = focused >= 0 ? focused : place.current;
      // The row that stood at this place is gone: the next one has moved up to it.
      const to = from === undefined ? 0 : focused < 0 && step > 0 ? from : from + step;
      event.preventDefault();
      rows[Math.min(Math.max(0, to), rows.length - 1)]?.focus();
    };
    const note = () => {
      const rows = rowsNow();
      const focused = inFocus(rows);
      if (focused < 0) return;
      place.current = focused;
      stopAt(rows, focused);
    };
    document.addEventListener('keydown', move);
    document.addEventListener('focusin', note);
    return () => {
      document.removeEventListener('keydown', move);
      document.removeEventListener('focusin', note);
    };
  }, [id, visible]);

  return id;
}
