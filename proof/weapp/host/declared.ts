/** What of somebody's privacy the app has declared to use; WeChat refuses the rest. */
let infos: readonly string[] = [];

/** Takes what app.json declares. */
export function declareInfos(declared: readonly string[] = []): void {
  infos = declared;
}

/** Whether app.json names an API that tells where somebody is. */
export const isDeclared = (api: string) => infos.includes(api);
