import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePorts } from '../../dev/ports.ts';
import { root } from '../../dev/root.ts';
import { startStack } from '../../dev/stack.ts';
import type { Figure } from '../bench/figure.ts';
import { startBrowser } from '../h5/window.ts';
import { readBundle } from './bundle.ts';
import type { PageCount } from './host/counts.ts';
import { startHost } from './server.ts';
import { tour } from './tour.ts';

const KB = 1000;
const RESULTS = join(root, 'proof/results');
const FILE = join(RESULTS, 'weapp.json');
const BUDGET = { setData: 3, kB: 24, nodes: 300, depth: 15 };

/**
 * Each page at its most costly beside its budget: setData calls and kB before its content was there, the most
 * elements it had and how deep they stood. Kept in proof/results/weapp.json too.
 */
export function pageFigures(counts: readonly PageCount[]): Figure[] {
  const paths = [...new Set(counts.map(({ path }) => path))].sort();
  const figures = paths.map((path): Figure => {
    const opened = counts.filter((count) => count.path === path);
    const most = (what: (count: PageCount) => number) => Math.max(...opened.map(what));
    const measured = {
      setData: most(({ callsBeforeContent }) => callsBeforeContent),
      kB: Math.ceil((most(({ bytesBeforeContent }) => bytesBeforeContent) / KB) * 10) / 10,
      nodes: most(({ nodes }) => nodes),
      depth: most(({ depth }) => depth),
    };
    return { table: 'Pages of the mini-program', name: path, measured, budget: BUDGET };
  });
  mkdirSync(RESULTS, { recursive: true });
  writeFileSync(
    FILE,
    `${JSON.stringify(figures, null, 2)}
`,
  );
  return figures;
}

/** What `pageFigures` found the last time, for whoever has just measured all pages. */
export const lastPageFigures = (): Figure[] => JSON.parse(readFileSync(FILE, 'utf8'));

/** Opens every page of the built mini-program over a stack of its own, which takes a minute. */
export async function measurePages(): Promise<Figure[]> {
  const bundle = await readBundle();
  const stack = await startStack({ ports: await freePorts(), h5: 'built', demo: 'session' });
  const browser = await startBrowser();
  const host = await startHost(bundle, stack.addresses);
  try {
    return pageFigures(await tour(browser, host, bundle, stack.session ?? ''));
  } finally {
    await Promise.all([browser.close(), host.stop(), stack.stop()]);
  }
}
