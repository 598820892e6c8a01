import type { Compiled } from '../server.ts';
import { declareInfos } from './declared.ts';
import { defineModules } from './sandbox.ts';

/** What came to the phone beside the main package, and whether somebody had tapped and waited for it. */
export interface Fetched {
  readonly root: string;
  waitedFor: boolean;
}

interface Coming extends Fetched {
  there: boolean;
  readonly done: Promise<void>;
}

const { nonce = '' } = document.getElementById('host') as HTMLScriptElement;
const coming = new Map<string, Coming>();
let app: Compiled['app'];

async function fetchPackage(root: string): Promise<void> {
  defineModules(await (await fetch(`/scripts/${root}`)).json(), nonce);
}

function begin(root: string): Coming {
  const known = coming.get(root);
  if (known) return known;
  const begun: Coming = {
    root,
    waitedFor: false,
    there: false,
    done: fetchPackage(root).then(() => {
      begun.there = true;
    }),
  };
  coming.set(root, begun);
  return begun;
}

const packageOf = (path: string) => app.subPackages?.find(({ root }) => path.startsWith(`${root}/`))?.root;

/** Brings the main package, with which an app starts. */
export async function fetchMain(compiled: Compiled): Promise<void> {
  app = compiled.app;
  declareInfos(app.requiredPrivateInfos);
  await fetchPackage('');
}

/** Waits until what a page is made of has come; undefined when it is there already. */
export function whenFetched(path: string): Promise<void> | undefined {
  const root = packageOf(path);
  if (root === undefined) return undefined;
  const wanted = begin(root);
  if (wanted.there) return undefined;
  wanted.waitedFor = true;
  return wanted.done;
}

/** Begins to fetch what the app wants ahead while this page is looked at. */
export function fetchAhead(path: string): void {
  for (const root of app.preloadRule?.[path]?.packages ?? []) void begin(root);
}

/** The subpackages that came to this phone, in the order they were asked for. */
export const fetchedPackages = (): readonly Fetched[] =>
  [...coming.values()].map(({ root, waitedFor }) => ({ root, waitedFor }));
