import { fileURLToPath } from 'node:url';

/** The repository's own directory. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');
