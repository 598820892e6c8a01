import type { AnswerOf } from '@niangjia/shared/contract';
import { isWalkIn } from '@niangjia/shared/venues/guest';
import { keeping } from '@niangjia/shared/venues/keeperContract';
import { madeUnder, type VenuesPolicy } from '@niangjia/shared/venues/policy';
import type { Slot } from '@niangjia/shared/venues/slot';
import { roomsOn } from '@niangjia/shared/venues/venue';
import { roomDay } from '../../booking/roomDays.ts';
import { staffHandler } from '../../handler.ts';
import { maskedNames } from '../../members.ts';
import { venuesPolicy } from '../../policies.ts';
import { venueSubject } from './kept.ts';

type SlotView = AnswerOf<typeof keeping.getKeptDay>['rooms'][number]['slots'][number];

/** A slot as keepers see it. */
const slotView = (
  { start, end, closed, places, waiting, ended }: Slot,
  names: Map<string, string>,
  policy: VenuesPolicy,
): SlotView => ({
  start,
  end,
  closed,
  places: places.map((place) => {
    const { id, person, state, came, until } = place;
    const { checkInBefore, checkInAfter } = madeUnder(policy, place);
    return {
      id,
      state: came ? ('came' as const) : state,
      name: names.get(person),
      until,
      verified: came?.verified,
      letIn: isWalkIn(place) || undefined,
      checkInFrom: start - checkInBefore,
      checkInUntil: start + checkInAfter,
    };
  }),
  waiting: waiting.length,
  missed: ended
    .filter(({ how }) => how === 'released')
    .map(({ id, person, lifted }) => ({ id, name: names.get(person), lifted: lifted !== undefined })),
});

/** A venue's day as a grid: one query a room, then the names of who is in it. */
export const getKeptDay = staffHandler(keeping.getKeptDay, {
  subject: venueSubject,
  handle: async ({ input, subject: venue, now }) => {
    const rooms = roomsOn(venue, input.day);
    const [policy, ...days] = await Promise.all([
      venuesPolicy(now),
      ...rooms.map((room) => roomDay(room, venue, input.day)),
    ]);
    const names = await maskedNames(
      days
        .flat()
        .flatMap(({ places, ended }) =>
          [...places, ...ended.filter(({ how }) => how === 'released')].map(({ person }) => person),
        ),
    );
    return {
      venue,
      rooms: rooms.map((room, i) => ({
        ...room,
        slots: (days[i] ?? []).map((slot) => slotView(slot, names, policy)),
      })),
      checkInBefore: policy.checkInBefore,
    };
  },
});
