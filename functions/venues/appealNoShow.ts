import { Refusal } from '@niangjia/shared/refusal';
import { acceptedBefore } from '@niangjia/shared/retry';
import { appeal } from '@niangjia/shared/venues/appeal';
import type { venues } from '@niangjia/shared/venues/contract';
import { fadesAt } from '@niangjia/shared/venues/noShow';
import { getAppeal, putAppeal } from '../appeals.ts';
import { getCalendar } from '../calendars.ts';
import { dataKey, sealField } from '../dataKeys.ts';
import type { OpenHandler } from '../handler.ts';
import { venuesPolicy } from '../policies.ts';

/** Appeals against a no-show of the caller's, once. It is kept as long as the no-show can matter. */
export const appealNoShow: OpenHandler<typeof venues.appealNoShow> = async ({
  input: { id, words: said },
  caller,
  request,
  now,
}) => {
  const [calendar, before, key, policy] = await Promise.all([
    getCalendar(caller),
    getAppeal(caller, id),
    dataKey(caller),
    venuesPolicy(now),
  ]);
  const earlier = before && acceptedBefore(before.accepted, request, now);
  if (earlier) return { id, appealedAt: earlier.at };
  const noShow = calendar.noShows.find((entry) => entry.id === id);
  const words = sealField(key, caller, `appeal ${id}`, said);
  const made = appeal(noShow, before, { person: caller, words }, request, now);
  const there = await putAppeal(made, Math.max(now, fadesAt(made.at, policy)) + policy.banFor);
  const accepted = acceptedBefore(there.accepted, request, now);
  if (!accepted) throw new Refusal('ALREADY_APPEALED');
  return { id, appealedAt: accepted.at };
};
