import { Refusal } from '@niangjia/shared/refusal';
import { type Entry, upcoming } from '@niangjia/shared/venues/calendar';
import { keeping } from '@niangjia/shared/venues/keeperContract';
import { see, toSee } from '@niangjia/shared/venues/keeping';
import { roomOf, type Venue } from '@niangjia/shared/venues/venue';
import { getSlot } from '../../booking/slots.ts';
import { getCalendar } from '../../calendars.ts';
import { personOfCode } from '../../cardsShown.ts';
import { staffHandler } from '../../handler.ts';
import { maskedNames } from '../../members.ts';
import { venuesPolicy } from '../../policies.ts';
import { changeKept, venueSubject } from './kept.ts';

/** An entry with its slot as it is now. */
async function inSlot(venue: Venue, entry: Entry) {
  const { id, of, start, end } = entry;
  const capacity = roomOf(venue, of)?.capacity ?? 0;
  return { id, entry, slot: await getSlot({ room: of, start, end, capacity }) };
}

/** Checks in whoever shows their card: what they have here for now. */
export const seeCard = staffHandler(keeping.seeCard, {
  subject: venueSubject,
  handle: async ({ input, subject: venue, staff, now }) => {
    const person = await personOfCode(input.token, staff.id, now);
    const [calendar, policy, names] = await Promise.all([
      getCalendar(person),
      venuesPolicy(now),
      maskedNames([person]),
    ]);
    // The slot says for each booking by which version it is judged.
    const earliest = Math.max(...[policy, ...(policy.versions ?? [])].map((one) => one.checkInBefore));
    const entries = upcoming(calendar, now)
      .filter((here) => here.venue === venue.id && here.start - earliest <= now)
      .sort((a, b) => a.start - b.start);
    const here = entries.length > 1 ? await Promise.all(entries.map((one) => inSlot(venue, one))) : [];
    const entry = toSee(here, policy, now)?.entry ?? entries[0];
    if (!entry) throw new Refusal('NOTHING_TO_SEE');
    const { id, of: room, start } = entry;
    const slot = await changeKept(venue, { room, start }, now, (current) =>
      see(current, id, staff.id, policy, now),
    );
    const at = slot.places.find((place) => place.id === id)?.came?.at ?? now;
    return { id, name: names.get(person), room: roomOf(venue, room)?.name ?? '', start, at };
  },
});
