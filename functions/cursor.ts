import { Refusal } from '@niangjia/shared/refusal';
import { sealValue, unsealValue } from './secrets.ts';
import type { Item } from './table.ts';

/** A page's end as an opaque cursor that only works for the same list. */
export async function toCursor(list: string, last: Item | undefined): Promise<string | undefined> {
  return last && Buffer.from(await sealValue('cursor', last, list)).toString('base64url');
}

/** Where the next page starts; a cursor of another list or of anybody else's making is refused. */
export async function fromCursor(list: string, cursor: string | undefined): Promise<Item | undefined> {
  if (!cursor) return undefined;
  const start = await unsealValue('cursor', Buffer.from(cursor, 'base64url'), list);
  if (!start) throw new Refusal('INVALID', { fields: { cursor: 'FORMAT' } });
  return start as Item;
}
