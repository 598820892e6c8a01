import { DAY } from '@niangjia/shared/time';
import { forget, keep, kept } from '../kept.ts';
import { randomKey } from './randomKey.ts';

/*
 * A request that may have been done although no answer came must be sent again under the same key.
 * So the key of what somebody wants is kept, also over a restart, until an answer arrives. It is found
 * again by a fingerprint of the endpoint and the input; the input itself is not kept here.
 */
type Pending = Record<string, { readonly key: string; readonly at: number }>;

const NAME = 'pendingKeys';

function fingerprint(text: string): string {
  // Two 32-bit FNV-1a sums; a clash would only be answered KEY_REUSED, after which a new key is made.
  let [a, b] = [0x811c9dc5, 0x01000193];
  for (let i = 0; i < text.length; i++) {
    a = Math.imul(a ^ text.charCodeAt(i), 0x01000193) >>> 0;
    b = Math.imul(b ^ text.charCodeAt(text.length - 1 - i), 0x01000193) >>> 0;
  }
  return a.toString(36) + b.toString(36);
}

function pendingNow(): Pending {
  const now = Date.now();
  return Object.fromEntries(Object.entries(kept<Pending>(NAME) ?? {}).filter(([, { at }]) => now - at < DAY));
}

/** The key under which this wish is pending, or a new one, kept until `settled`. */
export async function keyFor(endpoint: string, input: unknown): Promise<{ key: string; wish: string }> {
  const wish = fingerprint(endpoint + JSON.stringify(input));
  const pending = pendingNow()[wish];
  if (pending) return { key: pending.key, wish };
  const key = await randomKey();
  // Somebody's second tap may have got here first.
  const raced = pendingNow()[wish];
  if (raced) return { key: raced.key, wish };
  keep(NAME, { ...pendingNow(), [wish]: { key, at: Date.now() } });
  return { key, wish };
}

/** An answer came: the next time the same is wanted, it is a new wish. */
export function settled(wish: string): void {
  const { [wish]: _done, ...rest } = pendingNow();
  if (Object.keys(rest).length === 0) forget(NAME);
  else keep(NAME, rest);
}
