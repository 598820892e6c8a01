import { randomBytes } from 'node:crypto';
import type { CastName } from '@niangjia/shared/cast';
import {
  type Endpoint,
  type RequestOf,
  type ResponseOf,
  refusalsOf,
  routeOf,
} from '@niangjia/shared/contract';
import { contracts } from '@niangjia/shared/contracts';
import type { Details } from '@niangjia/shared/refusal';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';

/** Calls the real functions in this process with the events that API Gateway would send. */

type Main = (event: APIGatewayProxyEventV2, context: Context) => Promise<APIGatewayProxyStructuredResultV2>;

/** Each contract's function; one that is missing does not compile. */
const loads: Record<keyof typeof contracts, () => Promise<{ main: Main }>> = {
  description: () => import('../functions/description/index.ts'),
  system: () => import('../functions/system/index.ts'),
  joining: () => import('../functions/joining/index.ts'),
  audit: () => import('../functions/joining/audit/index.ts'),
  help: () => import('../functions/joining/help/index.ts'),
  myData: () => import('../functions/joining/myData/index.ts'),
  messages: () => import('../functions/messages/index.ts'),
  venues: () => import('../functions/venues/index.ts'),
  keeping: () => import('../functions/venues/keeper/index.ts'),
  venuePhotos: () => import('../functions/venues/photos/index.ts'),
  setUp: () => import('../functions/venues/setUp/index.ts'),
  clubs: () => import('../functions/clubs/index.ts'),
  clubPhotos: () => import('../functions/clubs/photos/index.ts'),
  clubDesk: () => import('../functions/clubs/desk/index.ts'),
  clubMoney: () => import('../functions/clubs/money/index.ts'),
  wall: () => import('../functions/clubs/wall/index.ts'),
};

/** Every endpoint there is, by name. */
export const endpoints = {
  ...contracts.description,
  ...contracts.system,
  ...contracts.joining,
  ...contracts.audit,
  ...contracts.help,
  ...contracts.myData,
  ...contracts.messages,
  ...contracts.venues,
  ...contracts.keeping,
  ...contracts.venuePhotos,
  ...contracts.setUp,
  ...contracts.clubs,
  ...contracts.clubPhotos,
  ...contracts.clubDesk,
  ...contracts.clubMoney,
  ...contracts.wall,
};
export type EndpointName = keyof typeof endpoints;

export interface HttpRequest {
  method: string;
  /** Path and query, without an origin. */
  url: string;
  headers?: Record<string, string>;
  body?: string;
}
export interface HttpAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

// A literal path (/applications/mine) goes before one with a parameter, as API Gateway chooses.
const table = (Object.keys(contracts) as (keyof typeof contracts)[])
  .flatMap((name) =>
    Object.values<Endpoint>(contracts[name]).map((endpoint) => ({
      endpoint,
      load: loads[name],
      ...routeOf(endpoint),
    })),
  )
  .sort((a, b) => a.parameters.length - b.parameters.length);

function match(method: string, path: string) {
  for (const route of table) {
    const pattern = new RegExp(`^${route.path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`);
    const found = route.method === method ? pattern.exec(path) : null;
    if (found) return { route, pathParameters: { ...found.groups } };
  }
  throw new Error(`no endpoint answers ${method} ${path}`);
}

/** Sends an HTTP request to the function that answers it. */
export async function send({ method, url, headers = {}, body }: HttpRequest): Promise<HttpAnswer> {
  const at = new URL(url, 'http://localhost');
  const { route, pathParameters } = match(method, at.pathname);
  const query = Object.fromEntries(at.searchParams);
  const decoded = Object.entries(pathParameters).map(([name, value]) => [name, decodeURIComponent(value)]);
  const event = {
    version: '2.0',
    routeKey: route.endpoint.route,
    rawPath: at.pathname,
    rawQueryString: at.search.slice(1),
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])),
    ...(Object.keys(query).length > 0 ? { queryStringParameters: query } : {}),
    pathParameters: Object.fromEntries(decoded),
    requestContext: { requestId: randomBytes(8).toString('hex'), http: { method, path: at.pathname } },
    body,
    isBase64Encoded: false,
  } as unknown as APIGatewayProxyEventV2;
  const { main } = await route.load();
  const result = await main(event, {} as Context);
  return {
    status: result.statusCode ?? 0,
    headers: Object.fromEntries(
      Object.entries(result.headers ?? {}).map(([name, value]) => [name, String(value)]),
    ),
    body: result.body ?? '',
  };
}

/** A fresh idempotency key. */
export const newKey = () => randomBytes(16).toString('base64url');

export interface Reply<Body> {
  status: number;
  /** The answer where there is one; a refusal's body otherwise. */
  body: Body;
  refusal: { code: string; message: string; details?: Details } | undefined;
  cost: { writes: number; reads: number; calls: number; trips: number };
  bytes: number;
}
export interface CallOptions {
  key?: string;
}

function costOf(header: string | undefined): Reply<unknown>['cost'] {
  const parts = (header ?? '').split(';').map((part) => part.split('='));
  return Object.fromEntries(parts.map(([name, value]) => [name, Number(value)])) as Reply<unknown>['cost'];
}

/** Calls an endpoint by name; the token says as whom. */
export async function call<Name extends EndpointName>(
  name: Name,
  input: RequestOf<(typeof endpoints)[Name]>,
  token = '',
  { key = newKey() }: CallOptions = {},
): Promise<Reply<ResponseOf<(typeof endpoints)[Name]>>> {
  const endpoint: Endpoint = endpoints[name];
  const { method, path, parameters } = routeOf(endpoint);
  const fields = Object.entries(input as Record<string, unknown>);
  const inPath = Object.fromEntries(fields.filter(([field]) => parameters.includes(field)));
  const rest = fields.filter(([field, value]) => !parameters.includes(field) && value !== undefined);
  const url = path.replace(/\{(\w+)\}/g, (_, parameter) => encodeURIComponent(String(inPath[parameter])));
  const query = method === 'GET' ? `?${new URLSearchParams(rest as [string, string][])}` : '';
  const answer = await send({
    method,
    url: url + query,
    headers: { authorization: `Bearer ${token}`, 'idempotency-key': key, 'content-type': 'application/json' },
    body: method === 'GET' ? undefined : JSON.stringify(Object.fromEntries(rest)),
  });
  const body = JSON.parse(answer.body);
  const declared: readonly string[] = [...refusalsOf(endpoint), 'FAILED'];
  if (answer.status !== 200 && !declared.includes(body.code)) {
    throw new Error(`${name} refused with ${body.code}, which its contract does not declare`);
  }
  return {
    status: answer.status,
    body,
    refusal: answer.status === 200 ? undefined : body,
    cost: costOf(answer.headers['x-cost']),
    bytes: Buffer.byteLength(answer.body),
  };
}

/** Signs somebody of the cast in and returns their token. */
export async function tokenOf(name: CastName): Promise<string> {
  const { body } = await call('signIn', { code: `demo-${name}` });
  return body.token;
}

/** Signs in somebody of the cast and returns a caller bound to them. */
export async function actingAs(name: CastName) {
  const token = await tokenOf(name);
  return <Name extends EndpointName>(
    endpoint: Name,
    input: RequestOf<(typeof endpoints)[Name]>,
    options?: CallOptions,
  ) => call(endpoint, input, token, options);
}
export type Acting = Awaited<ReturnType<typeof actingAs>>;
