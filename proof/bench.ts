import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../dev/root.ts';
import { broken, type Figure, print } from './bench/figure.ts';
import { bundles, firstLoad, packages } from './bench/sizes.ts';
import { startWorld } from './bench/world.ts';
import { lastPageFigures, measurePages } from './weapp/figures.ts';

/**
 * `npm run bench`: the budgets with what is measured beside them. `npm run bench -- hot` prints the
 * tables and rows whose name contains "hot"; `--large` measures with 10⁵ items in the table too;
 * `--after-tests` takes the figures of the mini-program's pages from the tests that have just opened them all.
 * `npm run bench -- venues` measures that feature alone, its race included, `npm run bench -- clubs` clubs alone. Ends
 * with 1 when a budget is broken.
 */

/** Clubs alone: each step from an activity to money, with a short history and a long one. */
async function ofClubs(): Promise<Figure[]> {
  const { stop } = await startWorld();
  try {
    const { seed } = await import('../functions/seed.ts');
    const { clubActs } = await import('./bench/acts.ts');
    const { clubOperations } = await import('./bench/clubs.ts');
    console.log = () => {};
    await seed();
    const single = await clubActs();
    const few = await clubOperations(1, '10', 4);
    return [...few, ...(await clubOperations(101, '10²', 60)), ...single];
  } finally {
    await stop();
  }
}

/** Venues alone: each act, the opening, the race. Takes a minute where the whole takes several. */
async function ofVenues(): Promise<Figure[]> {
  const { stop } = await startWorld();
  try {
    const { seed } = await import('../functions/seed.ts');
    const { acts } = await import('./bench/acts.ts');
    const { opening } = await import('./bench/opening.ts');
    const { race } = await import('./bench/race.ts');
    const { offersAtNight, venueOperations } = await import('./bench/venues.ts');
    console.log = () => {};
    await seed();
    const single = await acts();
    await offersAtNight();
    await venueOperations(1, '10');
    const inTurn = await venueOperations(101, '10²');
    return [...inTurn, ...single, ...(await opening()), ...(await race())];
  } finally {
    await stop();
  }
}

/** The operations of the features against a database of their own. */
async function atTheTable(large: boolean): Promise<Figure[]> {
  const { stop } = await startWorld();
  try {
    // Only now do the functions find their table.
    const { seed } = await import('../functions/seed.ts');
    const { openedSession, staffActor } = await import('./world.ts');
    const { largestItem, operations, streamWrites } = await import('./bench/operations.ts');
    const { fill } = await import('./bench/filling.ts');
    const { watchEngine } = await import('./bench/engine.ts');
    const { hotKeys } = await import('./bench/hotKeys.ts');
    const { offersAtNight, venueOperations } = await import('./bench/venues.ts');
    const { clubOperations } = await import('./bench/clubs.ts');
    console.log = () => {};
    await seed();
    await offersAtNight();
    const engine = watchEngine();
    const reviewer = await staffActor('limin');
    const warm = await openedSession(reviewer);
    await operations(reviewer, warm, 1, '10');
    await venueOperations(1, '10');
    await clubOperations(1, '10');
    await fill(1_000);
    const small = [
      ...(await operations(reviewer, await openedSession(reviewer), 101, '10³')),
      ...(await venueOperations(101, '10³')),
      ...(await clubOperations(101, '10³')),
    ];
    const called = (name: string) => small.find((figure) => figure.name === name)?.calls ?? [];
    const person = small.find(({ name }) => name === 'approve and issue the card')?.person ?? '';
    const way = {
      person,
      open: called('open the form'),
      submit: called('submit on site'),
      decide: called('approve and issue the card'),
      show: called('the first card token'),
      stream: await streamWrites(person),
    };
    const sizes: Figure[] = ['submit on site', 'submit, contested', 'approve and issue the card'].map(
      (name) => ({
        table: 'Largest item written, 3-character name and 12-character platform',
        name,
        measured: { bytes: largestItem(called(name)) },
        budget: { bytes: 1024 },
      }),
    );
    const figures = [...small, ...sizes, engine(), ...hotKeys(way)];
    if (!large) return figures;
    await fill(100_000);
    const many = [
      ...(await operations(reviewer, await openedSession(reviewer), 201, '10⁵')),
      ...(await venueOperations(201, '10⁵')),
      ...(await clubOperations(201, '10⁵')),
    ];
    const grown = many.map((figure, i): Figure => {
      const before = small[i]?.measured ?? {};
      const growth =
        Number(figure.measured.reads) +
        Number(figure.measured.writes) -
        Number(before.reads) -
        Number(before.writes);
      return {
        ...(figure.feature ? { feature: figure.feature } : {}),
        table: 'Growth of the cost from 10³ to 10⁵ items',
        name: figure.name,
        measured: { units: growth },
        budget: { units: 0 },
      };
    });
    return [...figures, ...many, ...grown];
  } finally {
    await stop();
  }
}

// The mini-program's package names no module type, since its tools want none; Node would say so each time.
process.removeAllListeners('warning');
const { callsOfJoining, polls } = await import('./bench/task.ts');
const [filter = ''] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const say = console.log;
const pagesToo = async () => {
  if (ofOneFeature) return [];
  return process.argv.includes('--after-tests') ? lastPageFigures() : measurePages();
};
const ofOneFeature = filter === 'venues' || filter === 'clubs';
// Before the table's turn, which changes this process's environment.
const pages = await pagesToo();
const alone: Record<string, () => Promise<Figure[]>> = { venues: ofVenues, clubs: ofClubs };
const measure = alone[filter] ?? (() => atTheTable(process.argv.includes('--large')));
const measured = await measure();
console.log = say;
const figures = [
  ...measured,
  ...(ofOneFeature ? [] : [callsOfJoining(), polls(), ...(await bundles()), ...packages()]),
  ...pages,
  ...(ofOneFeature ? [] : await firstLoad()),
].map(({ feature = 'joining', table, name, measured, budget }): Figure & { feature: string } => ({
  feature,
  table,
  name,
  measured,
  budget,
}));
const wanted = figures.filter(({ feature, table, name }) =>
  `${feature} ${table} ${name}`.toLowerCase().includes(filter.toLowerCase()),
);
print(wanted);

const results = join(root, 'proof/results');
mkdirSync(results, { recursive: true });
writeFileSync(join(results, 'bench.json'), `${JSON.stringify(wanted, null, 2)}\n`);
const over = wanted.filter((figure) => broken(figure).length > 0);
console.log(over.length > 0 ? `\n${over.length} budgets are broken.` : '\nEvery budget holds.');
process.exit(over.length > 0 ? 1 : 0);
