import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { secrets, unseal } from '../functions/secrets.ts';
import { keyTableName, tableName } from '../functions/table.ts';
import { changes } from './changes.ts';
import { dump, type StoredItem } from './dump.ts';

/** A copy of the main table as a backup has it, with what the stream has told; and what can be read of it. */
export interface TableCopy {
  readonly items: readonly StoredItem[];
  /** Everything in it as text, for what is not sealed. */
  readonly text: string;
}

/** Copies the main table and its stream. The keys are in a table of their own, which no lasting backup covers. */
export async function copyOf(): Promise<TableCopy> {
  const stored = [...(await dump()).values()].filter(({ table }) => table === tableName());
  const told = (await changes()).flatMap(({ dynamodb }) =>
    dynamodb?.NewImage ? [dynamodb.NewImage as StoredItem] : [],
  );
  const items = [...stored.map(({ item }) => item), ...told];
  return { items, text: JSON.stringify(items) };
}

/** Something sealed: the field it was in, and its bytes. */
export interface SealedField {
  readonly field: string;
  readonly bytes: Buffer;
  /** Under a key that is kept for weeks only, and whom it is bound to. */
  readonly passing?: string;
  /** What else than its field's name it is bound to. */
  readonly boundTo?: string;
}

function sealedIn(value: AttributeValue | undefined, field: string): SealedField[] {
  if (value?.B !== undefined) {
    // In the stream bytes are base64.
    const raw: unknown = value.B;
    return [{ field, bytes: typeof raw === 'string' ? Buffer.from(raw, 'base64') : Buffer.from(value.B) }];
  }
  const parts = [
    ...Object.entries(value?.M ?? {}),
    ...(value?.L ?? []).map((part) => [field, part] as const),
  ];
  return parts.flatMap(([name, part]) => sealedIn(part, name));
}

function passingOf({ pk, openidHash }: StoredItem, { field }: SealedField, person: string) {
  if (field === 'display') return { passing: `display\n${person}` };
  return pk?.S?.startsWith('BINDING#') ? { passing: `openid\n${openidHash?.S}` } : {};
}

function boundOf({ sk }: StoredItem) {
  const [, appeal] = /^APPEAL#(.+)/.exec(sk?.S ?? '') ?? [];
  const [, comment] = /^COMMENT#\d+#(.+)/.exec(sk?.S ?? '') ?? [];
  if (comment) return { boundTo: `comment ${comment}` };
  return appeal ? { boundTo: `appeal ${appeal}` } : {};
}

/** Everything sealed that is a person's: under their id, or in an item that names them. */
export function sealedOf({ items }: TableCopy, person: string): SealedField[] {
  return items
    .filter((item) => JSON.stringify(item).includes(person))
    .filter(({ pk }) => !pk?.S?.startsWith('STAFF#'))
    .flatMap((item) =>
      Object.entries(item)
        .flatMap(([field, value]) => sealedIn(value, field))
        .map((sealed) => ({ ...sealed, ...passingOf(item, sealed, person), ...boundOf(item) })),
    );
}

/** Every key that the service still has, whatever it is for. */
export async function survivingKeys(): Promise<Uint8Array[]> {
  const own = await secrets();
  const items = [...(await dump()).values()]
    .filter(({ table }) => table === keyTableName())
    .map(({ item }) => item);
  const people = items.flatMap(({ pk, wrapped }) =>
    pk?.S?.startsWith('PERSON#') && wrapped?.B
      ? [unseal(own.wrapping, wrapped.B, pk.S.slice('PERSON#'.length))]
      : [],
  );
  const passing = items
    .filter(({ pk }) => pk?.S === 'PASSING')
    .flatMap(({ keys }) => Object.entries(keys?.M ?? {}))
    .flatMap(([week, { B }]) => (B ? [unseal(own.wrapping, B, `passing ${week}`)] : []));
  return [own.wrapping, own.service, own.signing, own.lookUp, ...people, ...passing];
}

const FIELDS = ['name', 'idNumber', 'phone', 'words', 'reason', 'lastFour', 'openid'];

/** What of this opens with these keys, tried with everything that a seal is ever bound to. */
export function opened(
  sealed: readonly SealedField[],
  person: string,
  keys: readonly Uint8Array[],
): string[] {
  return sealed.flatMap(({ bytes, passing = '', boundTo = '' }) => {
    const contexts = [...[...FIELDS, boundTo].map((field) => `${person}\n${field}`), passing];
    for (const key of keys) {
      for (const context of contexts) {
        // Some have their key's week before the ciphertext.
        for (const start of [0, 2]) {
          try {
            return [Buffer.from(unseal(key, bytes.subarray(start), context)).toString()];
          } catch {
            // Not with this key.
          }
        }
      }
    }
    return [];
  });
}
