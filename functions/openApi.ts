import { text } from '@niangjia/shared/bounds';
import { type Contract, type Endpoint, refusalsOf, routeOf } from '@niangjia/shared/contract';
import { type Kind, type RefusalCode, refusalEntry } from '@niangjia/shared/refusal';
import { statusOf } from './answers.ts';
import { type Json, jsonSchema } from './jsonSchema.ts';
import { Gateway, Refusal } from './refusalSchema.ts';

const sayKind: Record<Kind, string> = {
  invalid: 'Something sent is not right.',
  signedOut: 'The token is missing or over.',
  forbidden: 'Not allowed.',
  missing: 'Not there.',
  conflict: 'The state does not allow it.',
  limited: 'This account, or everybody together, has sent too much.',
  busy: 'Too much at once; try again.',
};

const ref = (kind: 'schemas' | 'headers', name: string) => ({ $ref: `#/components/${kind}/${name}` });

const AT_THE_GATEWAY = [429, 500, 503];
const WITH_RETRY_AFTER = [429, 503];

function response(status: number, description: string, bodies: Json[]): Json {
  const schemas = AT_THE_GATEWAY.includes(status) ? [...bodies, ref('schemas', 'Gateway')] : bodies;
  const names = ['Access-Control-Allow-Origin', 'X-Request-Id'];
  if (WITH_RETRY_AFTER.includes(status)) names.push('Retry-After');
  return {
    description,
    headers: Object.fromEntries(names.map((name) => [name, ref('headers', name)])),
    content: { 'application/json': { schema: schemas.length === 1 ? schemas[0] : { anyOf: schemas } } },
  };
}

const refusal = (codes: RefusalCode[]) => ({
  allOf: [ref('schemas', 'Refusal'), { properties: { code: { enum: codes } } }],
});

/** A response for each status an endpoint may refuse with, and for the limit that the gateway keeps for all. */
function refusalResponses(endpoint: Endpoint): Json {
  const codes = [...new Set(refusalsOf(endpoint))];
  const ofKind = (kind: Kind) => codes.filter((code) => refusalEntry(code).kind === kind);
  const kinds = new Set<Kind>([...codes.map((code) => refusalEntry(code).kind), 'limited']);
  const responses = [...kinds].map((kind) => {
    const bodies = ofKind(kind).length > 0 ? [refusal(ofKind(kind))] : [];
    return [statusOf[kind], response(statusOf[kind], sayKind[kind], bodies)];
  });
  return Object.fromEntries(responses);
}

const key = {
  name: 'idempotency-key',
  in: 'header',
  required: true,
  schema: { type: 'string', pattern: '^[\\w-]{16,64}$', maxLength: 64 },
};

const variantsOf = (schema: Json) => (schema.oneOf ?? schema.anyOf ?? []) as Json[];

/** What a request is described by: a property of it, or of one of its variants. */
function propertyOf(schema: Json, name: string): Json | undefined {
  const own = (schema.properties as Record<string, Json> | undefined)?.[name];
  if (own) return own;
  return variantsOf(schema)
    .map((variant) => propertyOf(variant, name))
    .find((found) => found !== undefined);
}

/** The request's description without what stands in the path, in each of its variants. */
function withoutPath(schema: Json, parameters: readonly string[]): Json {
  const { properties, required, oneOf, anyOf } = schema as {
    properties?: Record<string, Json>;
    required?: string[];
    oneOf?: Json[];
    anyOf?: Json[];
  };
  const kept = Object.entries(properties ?? {}).filter(([property]) => !parameters.includes(property));
  const each = (variants: Json[]) => variants.map((variant) => withoutPath(variant, parameters));
  return {
    ...schema,
    ...(properties && { properties: Object.fromEntries(kept) }),
    ...(required && { required: required.filter((property) => !parameters.includes(property)) }),
    ...(oneOf && { oneOf: each(oneOf) }),
    ...(anyOf && { anyOf: each(anyOf) }),
  };
}

function operation(feature: string, name: string, endpoint: Endpoint): Json {
  const { method, parameters } = routeOf(endpoint);
  const input = jsonSchema(endpoint.input, 'input');
  const properties = (input.properties ?? {}) as Record<string, Json>;
  const required = (input.required ?? []) as string[];
  const inPath = parameters.map((parameter) => ({
    name: parameter,
    in: 'path',
    required: true,
    schema: propertyOf(input, parameter),
  }));
  const rest = Object.entries(properties).filter(([property]) => !parameters.includes(property));
  const inQuery = rest.map(([property, schema]) => ({
    name: property,
    in: 'query',
    required: required.includes(property),
    schema,
  }));
  const hasBody = method !== 'GET' && (rest.length > 0 || !input.properties);
  // What is all optional may be left out whole.
  const needsBody = !input.properties || rest.some(([property]) => required.includes(property));
  return {
    operationId: name,
    tags: [feature],
    summary: endpoint.summary,
    security: endpoint.who === 'anyone' ? [] : [{ session: [] }],
    'x-who': endpoint.who,
    parameters: [
      ...inPath,
      ...(method === 'GET' ? inQuery : []),
      ...(endpoint.repeat === 'key' ? [key] : []),
    ],
    ...(hasBody
      ? {
          requestBody: {
            required: needsBody,
            content: { 'application/json': { schema: withoutPath(input, parameters) } },
          },
        }
      : {}),
    responses: {
      200: response(200, 'Done.', [jsonSchema(endpoint.output, 'output')]),
      ...refusalResponses(endpoint),
      500: response(500, 'A fault of ours; nothing is lost.', [refusal(['FAILED'])]),
    },
  };
}

const header = (description: string, schema: Json) => ({ description, schema });

const components = {
  securitySchemes: {
    session: {
      type: 'http',
      scheme: 'bearer',
      bearerFormat: 'JWT',
      description:
        'From POST /logins; good for 15 minutes. Kept to RFC8725: HS256 alone, one audience a use.',
    },
  },
  headers: {
    'Access-Control-Allow-Origin': header('Our own web page, when it is what asks.', {
      type: 'string',
      format: 'uri',
      maxLength: 200,
    }),
    'X-Request-Id': header('Names the request when somebody asks for help.', jsonSchema(text(64), 'output')),
    'Retry-After': header('Seconds.', { type: 'integer', format: 'int32', minimum: 0, maximum: 86_400 }),
  },
  schemas: { Refusal: jsonSchema(Refusal, 'output'), Gateway: jsonSchema(Gateway, 'output') },
};

/** The OpenAPI 3.1 document of the contracts, by feature. */
export function openApi(features: Record<string, Contract>): { openapi: '3.1.0' } & Json {
  const paths: Record<string, Json> = {};
  for (const [feature, contract] of Object.entries(features)) {
    for (const [name, endpoint] of Object.entries(contract)) {
      const { method, path } = routeOf(endpoint);
      paths[path] = { ...paths[path], [method.toLowerCase()]: operation(feature, name, endpoint) };
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Niangjia',
      version: '0.1.0',
      description: "A trade union's API for the workers of a city.",
    },
    tags: Object.keys(features).map((name) => ({ name })),
    paths,
    components,
  };
}
