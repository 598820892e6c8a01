import * as v from 'valibot';
import { type FieldCode, fieldText, fieldTexts } from './refusal.ts';

/** What is wrong with what was typed, by field, in a sentence each; empty when it can be sent. */
export function faultsOf(schema: v.GenericSchema, typed: unknown): Readonly<Record<string, string>> {
  const { issues = [] } = v.safeParse(schema, typed);
  const faults = issues.map((issue): [string, string] => {
    const code = issue.message in fieldTexts ? (issue.message as FieldCode) : 'FORMAT';
    return [v.getDotPath(issue) ?? '', fieldText(code)];
  });
  return Object.fromEntries(faults.reverse());
}
