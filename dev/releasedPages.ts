// Taro's global for an app's own list; there is no Taro here.
Object.assign(globalThis, { defineAppConfig: (config: unknown) => config });
const { default: app } = await import('../miniapp/src/app.config.ts');

/** Every page of the mini-program, as app.json will have them. */
export const releasedPages: readonly string[] = [
  ...(app.pages ?? []),
  ...(app.subPackages ?? []).flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`)),
];
