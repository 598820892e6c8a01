import * as v from 'valibot';
import { membershipKey } from './members.ts';
import type { Item } from './table.ts';

/** Whose membership has ended: what they have ahead of them, whatever it is of, is given up by the feature that knows it. */

const Left = v.object({
  pk: v.string(),
  sk: v.literal('APPLICATION'),
  membership: v.literal('left'),
  forgetAskedAt: v.optional(v.number()),
});

export interface Leaver {
  readonly person: string;
  /** They asked to be forgotten: their calendar goes once nothing is left to be given back. */
  readonly forgets: boolean;
}

/** Who left, if that is what a changed item says. */
export function leaverIn(item: Item): Leaver | undefined {
  const { success, output } = v.safeParse(Left, item);
  const prefix = membershipKey('').pk;
  if (!success || !output.pk.startsWith(prefix)) return undefined;
  return { person: output.pk.slice(prefix.length), forgets: output.forgetAskedAt !== undefined };
}
