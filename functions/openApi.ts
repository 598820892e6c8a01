import { type Contract, commonRefusals, type Endpoint, routeOf } from '@niangjia/shared/contract';
import { type Kind, type RefusalCode, refusalEntry } from '@niangjia/shared/refusal';
import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';

type Json = Record<string, unknown>;

const kindOf: Record<Kind, { status: string; description: string }> = {
  invalid: { status: '400', description: 'Something sent is not right.' },
  signedOut: { status: '401', description: 'The token is missing or over.' },
  forbidden: { status: '403', description: 'Not allowed.' },
  missing: { status: '404', description: 'Not there.' },
  conflict: { status: '409', description: 'The state does not allow it.' },
  busy: { status: '503', description: 'Too much at once; try again.' },
};

/** JSON Schema of a valibot schema; what JSON Schema can't say (checks, transforms) is left to the refusal. */
function schemaOf(schema: GenericSchema, typeMode: 'input' | 'output'): Json {
  const { $schema: _, ...json } = toJsonSchema(schema, {
    errorMode: 'ignore',
    typeMode,
    target: 'draft-2020-12',
  });
  return json as Json;
}

function refusalResponses(codes: readonly RefusalCode[]): Json {
  const byStatus = new Map<string, { description: string; codes: RefusalCode[] }>();
  for (const code of codes) {
    const { status, description } = kindOf[refusalEntry(code).kind];
    const entry = byStatus.get(status) ?? { description, codes: [] };
    byStatus.set(status, { description, codes: [...new Set([...entry.codes, code])] });
  }
  const response = ({ description, codes: enumerated }: { description: string; codes: RefusalCode[] }) => ({
    description,
    content: {
      'application/json': {
        schema: {
          allOf: [{ $ref: '#/components/schemas/Refusal' }, { properties: { code: { enum: enumerated } } }],
        },
      },
    },
  });
  return Object.fromEntries([...byStatus].map(([status, entry]) => [status, response(entry)]));
}

function operation(feature: string, name: string, endpoint: Endpoint): Json {
  const { method, parameters } = routeOf(endpoint);
  const input = schemaOf(endpoint.input, 'input');
  const properties = (input.properties ?? {}) as Record<string, Json>;
  const required = (input.required ?? []) as string[];
  const inPath = parameters.map((parameter) => ({
    name: parameter,
    in: 'path',
    required: true,
    schema: properties[parameter] ?? { type: 'string' },
  }));
  const rest = Object.entries(properties).filter(([property]) => !parameters.includes(property));
  const inQuery = rest.map(([property, schema]) => ({
    name: property,
    in: 'query',
    required: required.includes(property),
    schema,
  }));
  const key = {
    name: 'idempotency-key',
    in: 'header',
    required: true,
    schema: { type: 'string', pattern: '^[\\w-]{16,64}$' },
  };
  const body = {
    ...input,
    ...(input.properties ? { properties: Object.fromEntries(rest) } : {}),
    ...(input.required ? { required: required.filter((property) => !parameters.includes(property)) } : {}),
  };
  const hasBody = method !== 'GET' && (rest.length > 0 || !input.properties);
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
      ? { requestBody: { required: true, content: { 'application/json': { schema: body } } } }
      : {}),
    responses: {
      '200': {
        description: 'Done.',
        content: { 'application/json': { schema: schemaOf(endpoint.output, 'output') } },
      },
      ...refusalResponses([...commonRefusals, ...endpoint.refusals]),
      '500': {
        description: 'A fault of ours; nothing is lost.',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Refusal' } } },
      },
    },
  };
}

/** The OpenAPI 3.1 document of the contracts, by feature. */
export function openApi(features: Record<string, Contract>): { openapi: string } & Json {
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
    components: {
      securitySchemes: { session: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: {
        Refusal: {
          type: 'object',
          required: ['code', 'message', 'requestId'],
          properties: {
            code: { type: 'string' },
            message: { type: 'string' },
            next: { type: 'object', properties: { label: { type: 'string' }, screen: { type: 'string' } } },
            details: { type: 'object' },
            requestId: { type: 'string' },
          },
        },
      },
    },
  };
}
