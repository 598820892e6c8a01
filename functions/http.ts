import middy from '@middy/core';
import type { Contract, Endpoint } from '@niangjia/shared/contract';
import { routeOf } from '@niangjia/shared/contract';
import { type FieldCode, fieldTexts, Refusal } from '@niangjia/shared/refusal';
import { grantFor, holdsAny, type Role, type Staff } from '@niangjia/shared/roles';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import * as v from 'valibot';
import { answered, logged, refused } from './answers.ts';
import { metered } from './cost.ts';
import type { Exchange } from './exchange.ts';
import type { Handlers, OpenHandler, StaffHandler, Subject } from './handler.ts';
import { lookUpHash } from './secrets.ts';
import { acting, staffMember } from './staff.ts';
import { verifyToken } from './tokens.ts';

const MAX_BODY = 256 * 1024;

function bodyOf({ event, endpoint }: Exchange): unknown {
  const raw = event.isBase64Encoded ? Buffer.from(event.body ?? '', 'base64').toString() : (event.body ?? '');
  if (Buffer.byteLength(raw) > (endpoint.maxBodyBytes ?? MAX_BODY)) throw new Refusal('BODY_TOO_LARGE');
  if (raw === '') return {};
  try {
    return JSON.parse(raw);
  } catch {
    throw new Refusal('INVALID', { fields: { body: 'FORMAT' } });
  }
}

/** Who: the token's person, where the endpoint wants one. */
async function signIn(exchange: Exchange): Promise<void> {
  if (exchange.endpoint.who === 'anyone') return;
  const token = exchange.event.headers.authorization?.replace(/^Bearer /, '') ?? '';
  const session = await verifyToken('session', token, exchange.now);
  if (!session) throw new Refusal('SIGN_IN');
  exchange.caller = session.person;
  exchange.issuedAt = session.issuedAt;
  exchange.signIn = session.signIn;
}

/** The schema's own code; a library's message quotes what was sent, so it is not passed on. */
const faultOf = ({ message }: v.BaseIssue<unknown>) =>
  message in fieldTexts ? (message as FieldCode) : 'FORMAT';

/** What: path, query or body against the contract's schema; each fault by its field. */
async function parse(exchange: Exchange): Promise<void> {
  const { event, endpoint, name, caller, issuedAt, signIn, now } = exchange;
  const sent = routeOf(endpoint).method === 'GET' ? (event.queryStringParameters ?? {}) : bodyOf(exchange);
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) {
    throw new Refusal('INVALID', { fields: { body: 'FORMAT' } });
  }
  const parsed = v.safeParse(endpoint.input, { ...sent, ...event.pathParameters });
  if (!parsed.success) {
    const faults = parsed.issues.map((issue) => [v.getDotPath(issue) ?? 'body', faultOf(issue)] as const);
    throw new Refusal('INVALID', { fields: Object.fromEntries(faults.reverse()) });
  }
  exchange.input = parsed.output;
  const key = event.headers['idempotency-key'] ?? '';
  if (endpoint.repeat === 'key' && !/^[\w-]{16,64}$/.test(key)) throw new Refusal('KEY_MISSING');
  const request = {
    key: endpoint.repeat === 'key' ? await lookUpHash('request', `${caller} ${name} ${key}`) : '',
    hash:
      endpoint.repeat === 'key' ? (await lookUpHash('request', canonical(parsed.output))).slice(0, 12) : '',
  };
  exchange.call = { input: parsed.output, caller, issuedAt, signIn, request, now };
}

/** The same text for the same value, whatever the order of its fields. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** The caller's roles now; a web sign-in stands beside them, so that one that was ended is good for nothing more. */
const staffNow = async (exchange: Exchange): Promise<Staff> =>
  acting(exchange, await staffMember(exchange.caller));

/** May they: roles are read at each request, beside the subject; the role must cover the subject's org. */
async function authorise(exchange: Exchange, handler: StaffHandler<Endpoint, Subject>): Promise<void> {
  const { who } = exchange.endpoint;
  if (typeof who === 'string') {
    // A phone's token ends by itself within minutes; only a page's is looked up where no role is needed.
    if (exchange.signIn) await staffNow(exchange);
    return;
  }
  const roles: readonly Role[] = who.staff;
  const about = handler.subject;
  const [staff, subject] = await Promise.all([
    staffNow(exchange),
    about === 'each' ? undefined : about(exchange.input, exchange.caller),
  ]);
  if (!holdsAny(staff, roles)) throw new Refusal('NOT_YOURS');
  if (about !== 'each') {
    if (!subject) throw new Refusal('NOT_FOUND');
    if (!grantFor(staff, roles, subject.org.path)) throw new Refusal('NOT_YOURS');
  }
  exchange.call = { ...exchange.call, staff, subject };
}

/**
 * The one way in: who → parse → may they → handler → strip → answer or refuse.
 * Takes a contract and a handler for each of its endpoints; returns the Lambda function.
 */
export function http<C extends Contract>(contract: C, handlers: Handlers<C>) {
  const routes = new Map(
    Object.entries(contract).map(([name, endpoint]) => [endpoint.route, { name, endpoint }]),
  );

  const pipeline = middy()
    .use({ before: async ({ event }) => signIn(event as Exchange) })
    .use({ before: async ({ event }) => parse(event as Exchange) })
    .use({
      before: async ({ event }) => authorise(event as Exchange, handlers[(event as Exchange).name] as never),
    })
    .use({
      after: async (request) => {
        request.response = answered(request.event as Exchange, request.response);
      },
      onError: async (request) => {
        request.response = refused(request.event as Exchange, request.error);
      },
    })
    .handler(async (exchange: Exchange) => {
      const handler: unknown = handlers[exchange.name];
      const handle = typeof handler === 'function' ? handler : (handler as StaffHandler<Endpoint>).handle;
      return (handle as OpenHandler<Endpoint>)(exchange.call);
    });

  return (event: APIGatewayProxyEventV2, context: Context): Promise<APIGatewayProxyStructuredResultV2> =>
    metered(async (cost) => {
      const route = routes.get(event.routeKey as Endpoint['route']);
      if (!route) throw new Error(`no endpoint is declared for ${event.routeKey}`);
      // Under serverless-offline the gateway's id is the same for every request.
      const requestId = context.awsRequestId ?? event.requestContext.requestId;
      const exchange = {
        event,
        requestId,
        now: Date.now(),
        cost,
        ...route,
        caller: '',
        issuedAt: 0,
        input: undefined,
      };
      const response = (await pipeline(exchange, context)) as APIGatewayProxyStructuredResultV2;
      logged(exchange as unknown as Exchange, response);
      return response;
    });
}
