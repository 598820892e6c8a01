/** The browser's own keys stay: to move, to load the page again, to close it. */
const isBrowsers = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) =>
  ctrlKey || metaKey || altKey || /^(Tab|F\d+)$/.test(key);

/**
 * Keeps keys and clicks from the page behind a cover, until the returned function is called. What is done
 * there while nobody is signed in would be done in the name of whoever signs in next.
 */
export function coverPage(cover: string): () => void {
  (document.activeElement as HTMLElement | null)?.blur();
  const stop = (event: Event) => {
    if ((event.target as Element | null)?.closest?.(`.${cover}`)) return;
    event.stopImmediatePropagation();
    if (event.type === 'click' || !isBrowsers(event as KeyboardEvent)) event.preventDefault();
  };
  const kinds = ['keydown', 'click'];
  for (const kind of kinds) window.addEventListener(kind, stop, true);
  return () => {
    for (const kind of kinds) window.removeEventListener(kind, stop, true);
  };
}
