import { Employment } from '@niangjia/shared/joining/form';
import { OrgRef } from '@niangjia/shared/joining/session';
import { maskName } from '@niangjia/shared/masking';
import * as v from 'valibot';
import { dataKeys, openField } from './dataKeys.ts';
import { getItem, getItems } from './table.ts';

/** What every feature may know of a membership: joining writes it, the others read it here. */

/** Where a person's application and membership is kept. */
export const membershipKey = (person: string) => ({ pk: `PERSON#${person}`, sk: 'APPLICATION' });

const Member = v.object({
  org: OrgRef,
  employment: Employment,
  cardNumber: v.optional(v.string()),
  status: v.literal('approved'),
  membership: v.literal('active'),
});
export type Member = v.InferOutput<typeof Member>;

const parsed = (item: unknown): Member | undefined => {
  const result = v.safeParse(Member, item);
  return result.success ? result.output : undefined;
};

/**
 * Somebody's active membership. From an eventually consistent read; nobody is refused because of what
 * may be a moment old: where there seems to be none, it is read again as it is now. Somebody who left a
 * moment ago may still be taken for a member: what they book then is cancelled with the rest they leave.
 */
export async function activeMember(person: string): Promise<Member | undefined> {
  const key = membershipKey(person);
  return parsed(await getItem(key, { eventual: true })) ?? parsed(await getItem(key));
}

const Named = v.object({
  pk: v.string(),
  sealed: v.object({ name: v.custom<Uint8Array>((it) => it instanceof Uint8Array) }),
});
// What one batch read takes.
const AT_ONCE = 100;

async function namesOf(people: readonly string[]): Promise<[string, string][]> {
  const [items, keys] = await Promise.all([getItems(people.map(membershipKey)), dataKeys([...people])]);
  return items.flatMap((item): [string, string][] => {
    const named = v.safeParse(Named, item);
    if (!named.success) return [];
    const person = named.output.pk.slice('PERSON#'.length);
    const key = keys.get(person);
    return key ? [[person, maskName(openField(key, person, 'name', named.output.sealed.name))]] : [];
  });
}

/** Members' masked names, by person; who is forgotten is left out. Eventually consistent, for showing. */
export async function maskedNames(people: readonly string[]): Promise<Map<string, string>> {
  const wanted = [...new Set(people)];
  const batches = Array.from({ length: Math.ceil(wanted.length / AT_ONCE) }, (_, i) =>
    namesOf(wanted.slice(i * AT_ONCE, (i + 1) * AT_ONCE)),
  );
  return new Map((await Promise.all(batches)).flat());
}
