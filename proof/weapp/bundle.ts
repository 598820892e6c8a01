import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { buildFrontEnd, miniapp } from '../../dev/frontEnd.ts';
import { root } from '../../dev/root.ts';

/** The part of app.json that the host goes by. */
interface AppJson {
  readonly pages: readonly string[];
  readonly subPackages?: readonly { readonly root: string; readonly pages: readonly string[] }[];
  /** The subpackages to fetch while a page is looked at, by the page's path. */
  readonly preloadRule?: Readonly<Record<string, { readonly packages: readonly string[] }>>;
  /** APIs that tell where somebody is. */
  readonly requiredPrivateInfos?: readonly string[];
  readonly window?: { readonly navigationBarTitleText?: string };
  readonly tabBar?: {
    /** The app draws it itself, in custom-tab-bar/ or in its pages. */
    readonly custom?: boolean;
    readonly list: readonly {
      readonly pagePath: string;
      readonly text: string;
      readonly iconPath?: string;
    }[];
  };
}

/** A built mini-program in memory: a later build in the same place changes nothing in it. */
export interface Bundle {
  readonly directory: string;
  readonly app: AppJson;
  /** Every page's path, those of subpackages with their root. */
  readonly pages: readonly string[];
  /** The files of a kind by their path without the ending. */
  texts(ending: 'js' | 'json' | 'wxml' | 'wxs' | 'wxss'): ReadonlyMap<string, string>;
}

const directory = join(miniapp, 'dist/weapp');

/** Whether something the build is made from is newer than the build. */
function stale(): boolean {
  const made = join(directory, 'app.json');
  if (!existsSync(made)) return true;
  const { mtimeMs } = statSync(made);
  const sources = globSync(['miniapp/{src,config}/**/*.*', 'miniapp/*.{js,json}', 'shared/**/*.ts'], {
    cwd: root,
  });
  return sources.some((file) => statSync(join(root, file)).mtimeMs > mtimeMs);
}

/** Reads what `npm run build:weapp` made; builds it first where that is missing or out of date. */
export async function readBundle(): Promise<Bundle> {
  if (stale()) await buildFrontEnd({ type: 'weapp', env: { NODE_ENV: 'production' } });
  const files = new Map(
    globSync('**/*.{js,json,wxml,wxs,wxss}', { cwd: directory }).map((file) => [
      file,
      readFileSync(join(directory, file), 'utf8'),
    ]),
  );
  const app: AppJson = JSON.parse(files.get('app.json') ?? '{}');
  const deeper = (app.subPackages ?? []).flatMap((part) => part.pages.map((page) => `${part.root}/${page}`));
  const texts: Bundle['texts'] = (ending) =>
    new Map(
      [...files]
        .filter(([file]) => file.endsWith(`.${ending}`))
        .map(([file, text]) => [file.slice(0, -ending.length - 1), text]),
    );
  return { directory, app, pages: [...app.pages, ...deeper], texts };
}
