import { routeOf } from '@niangjia/shared/contract';
import type { Example } from './examples.ts';

// biome-ignore lint/suspicious/noExplicitAny: OpenAPI's and Portman's formats, which others check.
type Json = any;

/** A key that is another one each time it is sent. */
const KEY = '{{$guid}}';
const json = 'application/json';

function operationOf(document: Json, { endpoint }: Example): Json {
  const { method, path } = routeOf(endpoint);
  return document.paths[path][method.toLowerCase()];
}
function bodyOf({ endpoint, input }: Example): Json {
  const { parameters } = routeOf(endpoint);
  return Object.fromEntries(Object.entries(input).filter(([field]) => !parameters.includes(field)));
}

/** The API's description with an example of each request; what the example leaves out is left out. */
export function withExamples(described: Json, examples: readonly Example[]): Json {
  const document = structuredClone(described);
  for (const example of examples) {
    const operation = operationOf(document, example);
    const parameters = operation.parameters.map((parameter: Json) => ({
      ...parameter,
      example: parameter.in === 'header' ? KEY : example.input[parameter.name],
    }));
    operation.parameters = parameters.filter((parameter: Json) => parameter.example !== undefined);
    if (operation.requestBody) operation.requestBody.content[json].example = bodyOf(example);
  }
  return document;
}

/** A script for Postman: which statuses are right. */
const answered = (statuses: string) => [
  {
    tests: [
      `const right = ${statuses}; pm.test('is answered ' + right, () => pm.expect(right).to.include(pm.response.code));`,
    ],
    append: true,
  },
];

/** The paths of all that is in a value, as Portman writes them: `employment.unit`, `decisions[0].id`. */
const pathsIn = (value: unknown, at = ''): string[] =>
  typeof value !== 'object' || value === null
    ? [at]
    : Object.entries(value).flatMap(([key, part]) => {
        const path = Array.isArray(value) ? `${at}[${key}]` : at ? `${at}.${key}` : key;
        return [path, ...pathsIn(part, path)];
      });

/** Whatever Portman makes of the description: each field missing, too small, too large, too short, too long. */
function fuzzing(example: Example): Json {
  const enabled = { enabled: true };
  const kinds = {
    requiredFields: enabled,
    minimumNumberFields: enabled,
    maximumNumberFields: enabled,
    minLengthFields: enabled,
    maxLengthFields: enabled,
  };
  // What is spoilt in another variant of the body, or in an optional part, leaves the request as it is;
  // by then it may be about somebody who has left.
  const there = JSON.stringify([...pathsIn(example.input), 'idempotency-key']);
  const field = '/ ([^ ]+)\\]$/.exec(pm.info.requestName)[1]';
  return {
    name: 'spoilt',
    fuzzing: [{ requestBody: [kinds] }, { requestQueryParams: [kinds] }, { requestHeaders: [kinds] }],
    tests: { extendTests: answered(`${there}.includes(${field}) ? [400] : [200, 400, 404, 409]`) },
  };
}

const LONG = 'x'.repeat(3000);
const ofEachType = { null: null, boolean: true, number: 0.5, object: { a: 1 }, array: [{}], string: LONG };

/** What Portman does not think of: values of every other type, identifiers of nothing, nobody's token. */
function variations(document: Json, example: Example): Json[] {
  const operation = operationOf(document, example);
  const described = operation.requestBody?.content[json].schema.properties ?? {};
  const sent = operation.requestBody ? bodyOf(example) : {};
  const fields = Object.keys({ ...described, ...sent });
  const spoilt = (name: string, overwrite: Json, statuses: string) => ({
    name,
    overwrites: [overwrite],
    tests: { extendTests: answered(statuses) },
  });
  const wrong = fields.flatMap((key) =>
    Object.entries(ofEachType)
      .filter(([other]) => other !== (described[key]?.type ?? typeof sent[key]))
      .map(([other, value]) =>
        spoilt(`${other} for ${key}`, { overwriteRequestBody: [{ key, value, overwrite: true }] }, '[400]'),
      ),
  );
  const ofNothing = operation.parameters.map(({ name: key, in: place }: Json) => {
    const overwrite = [{ key, value: LONG, overwrite: true }];
    if (place === 'path')
      return spoilt(`no such ${key}`, { overwriteRequestPathVariables: overwrite }, '[400, 404]');
    const where = place === 'query' ? 'overwriteRequestQueryParams' : 'overwriteRequestHeaders';
    return spoilt(`no such ${key}`, { [where]: overwrite }, '[400]');
  });
  const signedOut = [
    spoilt('signed out', { overwriteRequestSecurity: { remove: true } }, '[401]'),
    spoilt('made-up token', { overwriteRequestSecurity: { bearer: { token: 'made.up.token' } } }, '[401]'),
  ];
  const { who } = example.endpoint;
  return [fuzzing(example), ...wrong, ...ofNothing, ...(who === 'anyone' ? [] : signedOut)];
}

/** Portman's configuration: each request as it should be, answered or refused by the state; then each one spoilt. */
export function portmanConfig(document: Json, examples: readonly Example[]): Json {
  const everywhere = { openApiOperation: '*::/*' };
  return {
    version: 1,
    tests: {
      contractTests: [{ ...everywhere, contentType: { enabled: true }, jsonBody: { enabled: true } }],
      extendTests: answered('[200, 409]').map((test) => ({ ...everywhere, ...test })),
      variationTests: examples.map((example) => ({
        openApiOperationId: example.name,
        variations: variations(document, example),
      })),
    },
    overwrites: examples
      .filter(({ endpoint }) => endpoint.who !== 'anyone')
      .map(({ name, token }) => ({
        openApiOperationId: name,
        overwriteRequestSecurity: { bearer: { token } },
      })),
  };
}
