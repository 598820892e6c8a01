import { createHash } from 'node:crypto';
import type { AnswerOf } from '@niangjia/shared/contract';
import { Refusal } from '@niangjia/shared/refusal';
import type { Instant } from '@niangjia/shared/time';
import type { venues } from '@niangjia/shared/venues/contract';
import { isOfADate, weeksFrom, whyNotWeekly } from '@niangjia/shared/venues/group';
import { alternativesTo } from '../booking/alternatives.ts';
import { book, refuseBanned, refuseClosed, stateFor } from '../booking/bookings.ts';
import { getGathering } from '../booking/gatherings.ts';
import { isKnown, wishOf } from '../booking/wishes.ts';
import { getCalendar } from '../calendars.ts';
import type { OpenHandler } from '../handler.ts';
import { venuesPolicy } from '../policies.ts';

type Week = AnswerOf<typeof venues.bookWeekly>['weeks'][number];

/** The booking's id of one date of a request, the same whenever it is sent again. */
const idOf = (key: string, start: Instant) =>
  createHash('sha256').update(`${key} ${start}`).digest('base64url').slice(0, 22);

/**
 * Books a slot every week until a day for a group or club that the caller leads. Each date is decided on its own, one
 * after another, and says what came of it; where it is taken, what is free near it.
 */
export const bookWeekly: OpenHandler<typeof venues.bookWeekly> = async ({ input, caller, request, now }) => {
  const { group: id, venue, room, start: first, until } = input;
  const [group, policy] = await Promise.all([getGathering(id), venuesPolicy(now)]);
  if (group?.leader !== caller) throw new Refusal('NOT_FOUND');
  const why = whyNotWeekly(first, until, policy, now);
  if (why) throw new Refusal(why);
  refuseBanned(await getCalendar(caller), policy, now);

  const oneWeek = async (start: Instant): Promise<Week> => {
    let asked: Awaited<ReturnType<typeof wishOf>> | undefined;
    try {
      const where = { venue, room, start };
      asked = await wishOf(where, { id: idOf(request.key, start), person: caller, now });
      const wish = { ...asked.wish, group: group.id };
      if (!(await isKnown(wish, asked.calendar))) {
        refuseClosed(wish);
        await book(wish, asked.calendar);
      }
      return { start, id: wish.id, state: stateFor(wish), instead: [] };
    } catch (error) {
      if (!(error instanceof Refusal) || !isOfADate(error.code)) throw error;
      const { code, details } = error;
      // A slot that was lost says what is near; who is elsewhere then has other hours of the day.
      const elsewhere = code === 'ELSEWHERE_THEN' ? asked : undefined;
      const near =
        elsewhere && (await alternativesTo({ ...elsewhere.wish, group: group.id }, elsewhere.calendar));
      return { start, why: code, instead: near ?? details?.alternatives ?? [] };
    }
  };
  const weeks: Week[] = [];
  // One after another: all are entered in the same calendar.
  for (const start of weeksFrom(first, until)) weeks.push(await oneWeek(start));
  return { weeks };
};
