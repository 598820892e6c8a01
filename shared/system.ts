import * as v from 'valibot';
import { list, Time, text } from './bounds.ts';
import { endpoint } from './contract.ts';
import { Id, Sealed } from './ids.ts';
import { TemplateIds } from './messages/reminder.ts';
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
    output: v.looseObject({ openapi: v.literal('3.1.0') }),
    refusals: [],
  }),
  signIn: endpoint({
    route: 'POST /logins',
    summary: "Exchanges WeChat's login code for our token; the first time makes the account.",
    who: 'anyone',
    repeat: 'natural',
    input: v.object({
      code: v.pipe(text(200), v.minLength(1, 'REQUIRED')),
    }),
    output: v.object({
      token: Sealed,
      /** When the token stops working, milliseconds since the epoch. */
      expiresAt: Time,
      person: v.object({ id: Id }),
      /** Where this person acts for the union, empty for a worker. */
      /** What a tap may ask to be reminded of in WeChat, by WeChat's ids. */
      templates: TemplateIds,
      staff: list(v.object({ role: Role, org: v.object({ id: Id, name: text(100) }) }), 100),
    }),
    refusals: ['WECHAT_CODE', 'WECHAT_RISK', 'ACCOUNT_FROZEN'],
  }),
};
