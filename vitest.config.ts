import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const MINUTE = 60_000;
const windows = ['proof/{h5,weapp}/**/*.test.ts'];
const walks = ['proof/venues/{model,mutants}.test.ts', 'proof/clubs/model.test.ts'];

/**
 * Rule tests need nothing, not even a process for each file, as they change nothing; all others get tables of their
 * own in the one database, and the one stand-in for WeChat, that dev/vitest.global.ts starts. `proof` comes after the
 * features, and last `walks`, whose thousands of changes slow the one database down for everybody, beside `windows`,
 * whole stacks with browsers, each on ports of its own, in a database for them.
 */
export default defineConfig({
  test: {
    globalSetup: ['dev/vitest.global.ts'],
    retry: 0,
    // What the functions log is of interest only where something failed.
    silent: 'passed-only',
    // Vitest's own choice on two cores is one.
    maxWorkers: 2,
    testTimeout: 10_000,
    hookTimeout: 30_000,
    projects: [
      { extends: true, test: { name: 'rules', include: ['shared/**/*.test.ts'], isolate: false } },
      {
        extends: true,
        test: {
          name: 'features',
          include: ['functions/**/*.test.ts', 'dev/**/*.test.ts'],
          setupFiles: ['dev/vitest.worker.ts'],
        },
      },
      {
        extends: true,
        resolve: {
          alias: {
            '@tarojs/components': here('miniapp/test/components.tsx'),
            '@tarojs/taro': here('miniapp/test/taro.ts'),
          },
        },
        test: {
          name: 'screens',
          include: ['miniapp/src/**/*.test.{ts,tsx}'],
          setupFiles: ['dev/vitest.worker.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'proof',
          include: ['proof/**/*.test.ts'],
          exclude: [...windows, ...walks],
          setupFiles: ['dev/vitest.worker.ts'],
          sequence: { groupOrder: 1 },
          testTimeout: 5 * MINUTE,
          hookTimeout: 5 * MINUTE,
        },
      },
      {
        extends: true,
        test: {
          name: 'walks',
          include: walks,
          setupFiles: ['dev/vitest.worker.ts'],
          sequence: { groupOrder: 2 },
          testTimeout: 5 * MINUTE,
          hookTimeout: 5 * MINUTE,
        },
      },
      {
        extends: true,
        test: {
          name: 'windows',
          include: windows,
          globalSetup: ['dev/vitest.windows.ts'],
          setupFiles: ['dev/vitest.stacks.ts'],
          sequence: { groupOrder: 2 },
          testTimeout: 5 * MINUTE,
          hookTimeout: 5 * MINUTE,
        },
      },
    ],
  },
});
