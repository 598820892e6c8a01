/** What a session's poster and share card carry. */
export const sceneOf = (code: string) => `s=${code}`;

/**
 * The session's code in what a scanned poster opens. WeChat hands over `scene` URL-encoded (`s%3D…`);
 * a browser's router may have decoded it already.
 */
export function sessionCodeIn(parameters: Readonly<Record<string, string | undefined>>): string | undefined {
  let scene = parameters.scene ?? '';
  // Only these two characters of a scene are ever escaped; the rest may be anything a stranger made up.
  for (let turn = 0; turn < 2; turn++)
    scene = scene.replace(/%25/g, '%').replace(/%3D/gi, '=').replace(/%26/g, '&');
  return /(?:^|&)s=([\w-]{1,64})(?:&|$)/.exec(scene)?.[1];
}
