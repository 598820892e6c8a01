import { formFields, PhoneSource } from '@niangjia/shared/joining/form';
import { fieldText } from '@niangjia/shared/refusal';
import type { FormValues } from '../draft.ts';

/** The fields that can be wrong, as the form names them. */
export const typedFields = ['name', 'idNumber', 'phone', 'work', 'platform', 'unit'] as const;
export type FieldName = (typeof typedFields)[number];
export type Faults = Partial<Record<FieldName, string>>;

interface Checked {
  readonly value?: unknown;
  readonly issues?: readonly { readonly message: string }[] | undefined;
}
interface Checker {
  readonly '~standard': { readonly validate: (value: unknown) => Checked | Promise<Checked> };
}

/** Judges a value by one of the API's schemas, none of which waits for anything. */
export function checked(checker: Checker, value: unknown): Checked {
  const result = checker['~standard'].validate(value);
  if (result instanceof Promise) throw new Error('a field schema must answer at once');
  return result;
}

function firstFault(checker: Checker, value: unknown): string | undefined {
  const fault = checked(checker, value).issues?.[0]?.message;
  return fault === undefined ? undefined : fieldText(fault);
}

const required = (value: string, checker: Checker, checked: unknown = value) =>
  value.trim() === '' ? fieldText('REQUIRED') : firstFault(checker, checked);

/** Employment as the API wants it; undefined until an occupation or a unit is chosen. */
export function employmentOf({ work, platform, unit }: FormValues) {
  if (work === undefined) return undefined;
  if (work === 'unit') return { kind: 'unit' as const, unit };
  return { kind: 'newForm' as const, occupation: work, platform };
}

/** What is wrong with each of these fields, in the words shown under it. The schemas are the API's own. */
export function faultsOf(values: FormValues, asked: readonly FieldName[]): Faults {
  const { name, idNumber, phone, work, platform, unit } = values;
  const faults: Record<FieldName, string | undefined> = {
    name: required(name, formFields.name),
    idNumber: required(idNumber, formFields.idNumber),
    phone: required(phone, PhoneSource, { kind: 'typed', number: phone }),
    work: work === undefined ? fieldText('CHOICE') : undefined,
    platform:
      work === undefined || work === 'unit'
        ? undefined
        : required(platform, formFields.employment, employmentOf(values)),
    unit: work === 'unit' ? required(unit, formFields.employment, employmentOf(values)) : undefined,
  };
  const wrong = asked.flatMap((name) => (faults[name] === undefined ? [] : [[name, faults[name]]]));
  return Object.fromEntries(wrong);
}

const byPath: readonly (readonly [RegExp, FieldName])[] = [
  [/^name\b/, 'name'],
  [/^idNumber\b/, 'idNumber'],
  [/^phone\b/, 'phone'],
  [/^employment\.platform\b/, 'platform'],
  [/^employment\.unit\b/, 'unit'],
  [/^employment\b/, 'work'],
];

/** The API's sentences for refused fields, put to the fields of the form. */
export function faultsFrom(fields: Readonly<Record<string, string>>): Faults {
  const found = Object.entries(fields).flatMap(([path, text]) => {
    const name = byPath.find(([pattern]) => pattern.test(path))?.[1];
    return name ? [[name, text] as const] : [];
  });
  return Object.fromEntries(found);
}
