import { beforeAll, describe, expect, it } from 'vitest';
import { send } from '../../dev/api.ts';
import { findings } from './owasp.ts';

/** The API as it describes itself, before OWASP's rules. */

// biome-ignore lint/suspicious/noExplicitAny: a document is spoilt here in many ways.
let document: any;
beforeAll(async () => {
  document = JSON.parse((await send({ method: 'GET', url: '/openapi.json' })).body);
});

it('keeps to the rules', async () => {
  expect(await findings(document)).toEqual([]);
});

describe('is found out when', () => {
  const apply = () => document.paths['/applications'].post;
  const body = () => apply().requestBody.content['application/json'].schema.properties;
  const spoil: [what: string, rule: string, spoil: () => void][] = [
    ['a string has no end', 'string-limit', () => delete body().visit.maxLength],
    ['a string may be anything', 'string-restricted', () => delete body().visit.pattern],
    [
      'a list has no end',
      'array-limit',
      () => {
        body().name = { type: 'array', items: body().visit };
      },
    ],
    [
      'a number has no end',
      'integer-limit',
      () => {
        body().name = { type: 'integer', format: 'int32', minimum: 0 };
      },
    ],
    [
      'a write is open to anybody',
      'write-restricted',
      () => {
        apply().security = [];
      },
    ],
    ['being signed out is not foreseen', 'define-error-responses-401', () => delete apply().responses[401]],
    ['our own fault is not foreseen', 'define-error-responses-500', () => delete apply().responses[500]],
    ['having had too much is not foreseen', 'rate-limit-responses-429', () => delete apply().responses[429]],
  ];

  it.each(spoil)('%s', async (_what, rule, change) => {
    const whole = structuredClone(document);
    try {
      change();
      expect(await findings(document)).toContainEqual(expect.stringContaining(`2023-${rule} `));
    } finally {
      document = whole;
    }
  });
});
