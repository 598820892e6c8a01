import type { AnswerOf } from '@niangjia/shared/contract';
import type { Instant } from '@niangjia/shared/time';
import type { Appeal } from '@niangjia/shared/venues/appeal';
import type { venues } from '@niangjia/shared/venues/contract';
import { bannedUntil, fadesAt, type NoShow } from '@niangjia/shared/venues/noShow';
import { roomOf } from '@niangjia/shared/venues/venue';
import { appealsOf } from '../appeals.ts';
import { knownVenue } from '../booking/venues.ts';
import { getCalendar } from '../calendars.ts';
import { dataKey, openField } from '../dataKeys.ts';
import type { OpenHandler } from '../handler.ts';
import { venuesPolicy } from '../policies.ts';
import { staffNames } from '../staff.ts';

type NoShowView = AnswerOf<typeof venues.listNoShows>['noShows'][number];

/** Where it was, where that is known still. */
async function placeOf({ venue: id, of }: NoShow, now: Instant): Promise<NoShowView['place']> {
  const venue = id ? await knownVenue(id, now) : undefined;
  const room = venue && of ? roomOf(venue, of) : undefined;
  return venue && { venue: venue.name, phone: venue.phone, room: room?.name };
}

/** The words of the caller's own appeals, opened for them; by the no-show they are about. */
async function opened(appeals: readonly Appeal[], caller: string) {
  const key = appeals.length > 0 ? await dataKey(caller) : undefined;
  return new Map(
    appeals.map(({ noShow, at, words }) => [
      noShow,
      { at, words: key ? openField(key, caller, `appeal ${noShow}`, words) : '' },
    ]),
  );
}

/** The caller's no-shows, the latest first: who recorded each, until when it counts, what was said about it. */
export const listNoShows: OpenHandler<typeof venues.listNoShows> = async ({ caller, now }) => {
  const [policy, calendar, appeals] = await Promise.all([
    venuesPolicy(now),
    getCalendar(caller),
    appealsOf(caller),
  ]);
  const latest = calendar.noShows.toSorted((a, b) => b.start - a.start).slice(0, 50);
  const recorders = latest.map(({ by }) => by).filter((by) => by !== 'system');
  const [names, said, places] = await Promise.all([
    staffNames(recorders),
    opened(appeals, caller),
    Promise.all(latest.map((noShow) => placeOf(noShow, now))),
  ]);
  const noShows = latest.map(({ id, start, at, by, lifted }, i) => ({
    id,
    place: places[i],
    start,
    at,
    by: by === 'system' ? ('system' as const) : ('keeper' as const),
    recorder: names.get(by),
    countsUntil: fadesAt(start, policy),
    lifted: lifted?.why,
    appeal: said.get(id),
  }));
  return { noShows, terms: policy, bannedUntil: bannedUntil(calendar.noShows, policy, now) };
};
