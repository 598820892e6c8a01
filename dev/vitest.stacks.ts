import { inject } from 'vitest';

// A stack takes the database that is there.
process.env.DYNAMODB_ENDPOINT = inject('stacksDatabase');
