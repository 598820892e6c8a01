import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';

export type Json = Record<string, unknown>;

/**
 * JSON Schema of a valibot schema, closed: a field that is not named is no part of it. We drop such a
 * field from a request and strip it from an answer, so neither side has a use for one.
 * What JSON Schema can't say (checks, transforms) is left to the refusal.
 */
export function jsonSchema(schema: GenericSchema, typeMode: 'input' | 'output'): Json {
  const { $schema: _, ...json } = toJsonSchema(schema, {
    errorMode: 'ignore',
    typeMode,
    target: 'draft-2020-12',
    overrideSchema: ({ valibotSchema, jsonSchema: json }) =>
      valibotSchema.type === 'object' ? { ...json, additionalProperties: false } : undefined,
    overrideAction: ({ jsonSchema: json }) =>
      json.type === 'integer'
        ? { ...json, format: (json.maximum ?? Infinity) < 2 ** 31 ? 'int32' : 'int64' }
        : undefined,
  });
  return json as Json;
}
