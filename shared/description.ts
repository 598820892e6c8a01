import * as v from 'valibot';
import { endpoint } from './contract.ts';

/** What says how the API is asked. It knows every contract, so a function of its own answers it. */
export const description = {
  getOpenApi: endpoint({
    route: 'GET /openapi.json',
    summary: 'This document.',
    who: 'anyone',
    repeat: 'safe',
    input: v.object({}),
    output: v.looseObject({ openapi: v.literal('3.1.0') }),
    refusals: [],
  }),
};
