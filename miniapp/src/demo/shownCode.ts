/*
 * In the development build for H5 only: a code on the screen of one window can be scanned in another, where
 * no camera could see it.
 */
const NAME = 'shownCode';

/** Shows a code to the other windows of this browser until the returned function is called. */
export function showCode(text: string): () => void {
  localStorage.setItem(NAME, text);
  return () => {
    if (localStorage.getItem(NAME) === text) localStorage.removeItem(NAME);
  };
}

/** The code that was shown last, in any window, and is still there. */
export function shownCode(): string | undefined {
  return localStorage.getItem(NAME) ?? undefined;
}
