/** Whose phone this is and what was scanned or tapped to open the mini-program, from the host page's address. */
const asked = new URLSearchParams(location.search);

/** The name in the cast of who holds the phone. */
export const who = asked.get('who') ?? '';

/** What the mini-program is opened with; a query's values stay encoded, as WeChat hands them over. */
export const start = {
  path: asked.get('path') ?? '',
  query: queryOf(asked.get('query') ?? ''),
  /** 1047: a mini-program code was scanned. */
  scene: Number(asked.get('scene') ?? 1001),
};

/** `a=1&b=%20` in parts; WeChat decodes nothing. */
export function queryOf(text: string): Record<string, string> {
  const parts = text.split('&').filter(Boolean);
  return Object.fromEntries(
    parts.map((part) => {
      const [name = '', ...value] = part.split('=');
      return [name, value.join('=')];
    }),
  );
}

/** Says what would have failed in WeChat; the driver takes whatever is printed as an error. */
export function failed(what: string): void {
  console.error(`weapp: ${what}`);
}
