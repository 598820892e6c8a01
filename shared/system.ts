import * as v from 'valibot';
import { endpoint } from './contract.ts';
import { Role } from './roles.ts';

/** What every part of the product needs: is it up, what does it offer, who are you. */
export const system = {
  getHealth: endpoint({
    route: 'GET /health',
    summary: 'Whether the API answers and reaches its table.',
    who: 'anyone',
    repeat: 'safe',
    input: v.object({}),
    output: v.object({ status: v.literal('ok') }),
    refusals: [],
  }),
  getOpenApi: endpoint({
    route: 'GET /openapi.json',
    summary: 'This document.',
    who: 'anyone',
    repeat: 'safe',
    input: v.object({}),
    output: v.looseObject({ openapi: v.string() }),
    refusals: [],
  }),
  signIn: endpoint({
    route: 'POST /logins',
    summary: "Exchanges WeChat's login code for our token; the first time makes the account.",
    who: 'anyone',
    repeat: 'natural',
    input: v.object({
      code: v.pipe(v.string('REQUIRED'), v.minLength(1, 'REQUIRED'), v.maxLength(200, 'TOO_LONG')),
    }),
    output: v.object({
      token: v.string(),
      /** When the token stops working, milliseconds since the epoch. */
      expiresAt: v.number(),
      person: v.object({ id: v.string() }),
      /** Where this person acts for the union, empty for a worker. */
      staff: v.array(v.object({ role: Role, org: v.object({ id: v.string(), name: v.string() }) })),
    }),
    refusals: ['WECHAT_CODE', 'WECHAT_RISK'],
  }),
};
