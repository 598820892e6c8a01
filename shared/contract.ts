import type * as v from 'valibot';
import type { RefusalCode } from './refusal.ts';
import type { Role } from './roles.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/**
 * Who may call an endpoint: anyone, a signed-in person, or staff who hold one of the roles at the
 * subject's node or above it. http.ts enforces it before the handler runs.
 */
export type Who = 'anyone' | 'signedIn' | { readonly staff: readonly [Role, ...Role[]] };

/**
 * What happens when the same request arrives twice.
 * - `safe`: nothing is written.
 * - `natural`: the write has a natural key or sets a value once, so twice is once.
 * - `key`: the client sends an Idempotency-Key; the accepted write remembers it for 24 hours.
 */
export type Repeat = 'safe' | 'natural' | 'key';

/** One operation of the API, declared once; types, routes, the client and OpenAPI come from it. */
export interface Endpoint<
  Input extends v.GenericSchema = v.GenericSchema,
  Output extends v.GenericSchema = v.GenericSchema,
> {
  /** Method and path; `{name}` in the path is a field of the input. */
  readonly route: `${Method} /${string}`;
  /** One English sentence for the OpenAPI document. */
  readonly summary: string;
  readonly who: Who;
  readonly repeat: Repeat;
  /** Path, query (GET) or body (others) as one flat object. */
  readonly input: Input;
  /** What the caller gets; fields not named here are stripped. */
  readonly output: Output;
  /** Refusals beyond those that come with who may call it and how it repeats (`refusalsOf`). */
  readonly refusals: readonly RefusalCode[];
  /** Largest body accepted; 256 KiB unless set. */
  readonly maxBodyBytes?: number;
}

/** One feature's endpoints by name. */
export type Contract = Readonly<Record<string, Endpoint>>;

/** Declares an endpoint and keeps its literal types. */
export function endpoint<
  const Input extends v.GenericSchema,
  const Output extends v.GenericSchema,
  const E extends Endpoint<Input, Output>,
>(declaration: E & { input: Input; output: Output }): E {
  return declaration;
}

/** What a handler receives after parsing. */
export type InputOf<E extends Endpoint> = v.InferOutput<E['input']>;
/** What a client sends. */
export type RequestOf<E extends Endpoint> = v.InferInput<E['input']>;
/** What a handler returns, before stripping. */
export type AnswerOf<E extends Endpoint> = v.InferInput<E['output']>;
/** What a client gets. */
export type ResponseOf<E extends Endpoint> = v.InferOutput<E['output']>;

/** Splits "POST /a/{id}" into its method, path and path parameters. */
export function routeOf(endpoint: Endpoint): {
  method: Method;
  path: string;
  parameters: string[];
} {
  const space = endpoint.route.indexOf(' ');
  const path = endpoint.route.slice(space + 1);
  const parameters = (path.match(/\{\w+\}/g) ?? []).map((name) => name.slice(1, -1));
  return { method: endpoint.route.slice(0, space) as Method, path, parameters };
}

/** Every refusal an endpoint may answer with: what comes with being such an endpoint, and its own. */
export function refusalsOf({ who, repeat, refusals }: Endpoint): readonly RefusalCode[] {
  return [
    'INVALID',
    'BODY_TOO_LARGE',
    'BUSY',
    ...(who === 'anyone' ? [] : (['SIGN_IN', 'WEB_SIGN_IN_OVER', 'NOT_YOURS', 'NOT_FOUND'] as const)),
    ...(typeof who === 'string' ? [] : (['ACCOUNT_FROZEN'] as const)),
    ...(repeat === 'key' ? (['KEY_MISSING', 'KEY_REUSED'] as const) : []),
    ...refusals,
  ];
}
