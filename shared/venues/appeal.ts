import * as v from 'valibot';
import { Refusal, type RefusalCode } from '../refusal.ts';
import { Accepted, type RequestMark, remember } from '../retry.ts';
import type { Instant } from '../time.ts';
import { KeepersWord } from './keepersWord.ts';
import type { NoShow } from './noShow.ts';

/**
 * What somebody says about a no-show of theirs, once: they could not come, or they were there. It is kept
 * apart from the calendar, which is written at every booking and stays small.
 */
export const Appeal = v.object({
  person: v.string(),
  /** The no-show's id, which is the booking's. */
  noShow: v.string(),
  /** Whose keepers read it. */
  venue: v.optional(v.string()),
  at: v.number(),
  /** The person's words, sealed under their data key. */
  words: v.custom<Uint8Array>((it) => it instanceof Uint8Array),
  accepted: v.array(Accepted),
  /** What a keeper made of it, once. */
  settled: v.optional(v.object({ ...KeepersWord.entries, lifted: v.boolean() })),
});
export type Appeal = v.InferOutput<typeof Appeal>;

/** Why somebody can't appeal against a no-show. */
export function whyNotAppeal(
  noShow: NoShow | undefined,
  before: Appeal | undefined,
): RefusalCode | undefined {
  if (!noShow) return 'NOT_FOUND';
  if (noShow.lifted) return 'NO_SHOW_LIFTED';
  return before ? 'ALREADY_APPEALED' : undefined;
}

/** Appeals against a no-show. Throws what whyNotAppeal says. */
export function appeal(
  noShow: NoShow | undefined,
  before: Appeal | undefined,
  said: Pick<Appeal, 'person' | 'words'>,
  request: RequestMark,
  now: Instant,
): Appeal {
  const why = whyNotAppeal(noShow, before);
  if (why || !noShow) throw new Refusal(why ?? 'NOT_FOUND');
  const { id, venue } = noShow;
  return { ...said, noShow: id, venue, at: now, accepted: remember([], request, now, 1) };
}

/** Why a keeper can't settle an appeal; nobody settles their own. */
export function whyNotSettleAppeal({ person, settled }: Appeal, by: string): RefusalCode | undefined {
  if (person === by) return 'OWN_BOOKING';
  return settled ? 'APPEAL_SETTLED' : undefined;
}

/** A keeper's word on an appeal; the same word again changes nothing. Throws what whyNotSettleAppeal says. */
export function settleAppeal(of: Appeal, lifted: boolean, word: KeepersWord): Appeal {
  if (of.settled?.by === word.by && of.settled.lifted === lifted) return of;
  const why = whyNotSettleAppeal(of, word.by);
  if (why) throw new Refusal(why);
  return { ...of, settled: { ...word, lifted } };
}
