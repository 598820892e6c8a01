import type { TestProject } from 'vitest/node';
import { startDatabase } from './database.ts';
import { freePort } from './ports.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The database that the stacks of the run share, each with tables of its own. */
    stacksDatabase: string;
  }
}

/** Starts one database for all stacks of the run: it takes seconds to start, and more until it is quick. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const database = await startDatabase({ port: await freePort() });
  project.provide('stacksDatabase', database.endpoint);
  return database.stop;
}
