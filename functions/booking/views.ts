import type { AnswerOf } from '@niangjia/shared/contract';
import { dayOf, type Instant } from '@niangjia/shared/time';
import type { Calendar } from '@niangjia/shared/venues/calendar';
import type { venues } from '@niangjia/shared/venues/contract';
import { positionOf } from '@niangjia/shared/venues/line';
import type { VenuesPolicy } from '@niangjia/shared/venues/policy';
import { opensAt, type Room } from '@niangjia/shared/venues/room';
import { freePlaces, type Slot } from '@niangjia/shared/venues/slot';
import { roomsOn, type Venue } from '@niangjia/shared/venues/venue';
import { whyNotBook } from '@niangjia/shared/venues/whyNotBook';
import type { Member } from '../members.ts';

/** What of venues and slots is shown, and to whom. */

type VenueRow = AnswerOf<typeof venues.listVenues>['venues'][number];
type SlotView = AnswerOf<typeof venues.getDay>['rooms'][number]['slots'][number];

/** A venue in the list. */
export function venueRow(venue: Venue, now: Instant): VenueRow {
  const { id, name, address, latitude, longitude } = venue;
  const kinds = new Set(roomsOn(venue, dayOf(now)).map(({ kind }) => kind));
  return { id, name, address, latitude, longitude, kinds: [...kinds] };
}

/** Who looks, and all that is known of them. */
export interface Viewer {
  readonly person: string;
  /** Absent for somebody who is no member. */
  readonly member: Member | undefined;
  readonly calendar: Calendar;
  /** Whether their union has booked all it may there on that day. */
  readonly unionFull: boolean;
  /** The group they look for, which has a standing place. */
  readonly group?: string | undefined;
  readonly policy: VenuesPolicy;
  readonly now: Instant;
}

/** What somebody has in a slot. */
function mine(slot: Slot, person: string): Pick<SlotView, 'state' | 'id' | 'until' | 'position'> | undefined {
  const place = slot.places.find((entry) => entry.person === person);
  if (place) {
    const state = place.state === 'confirmed' ? 'mine' : place.state;
    return { state, id: place.id, until: place.until };
  }
  const waiting = slot.waiting.find((entry) => entry.person === person);
  return waiting && { state: 'waiting', id: waiting.id, position: positionOf(slot, person) };
}

/** A slot as one person sees it: what it is, and why they can't book it, before they tap. */
export function slotView(slot: Slot, room: Room, viewer: Viewer): SlotView {
  const { person, member, group, policy, now } = viewer;
  const asking = { employment: member?.employment, group, policy, now };
  const why = whyNotBook(room, slot, asking, viewer);
  const state = slot.closed ? 'closed' : freePlaces(slot) > 0 && slot.waiting.length === 0 ? 'free' : 'taken';
  return {
    start: slot.start,
    end: slot.end,
    free: Math.max(0, freePlaces(slot)),
    waiting: slot.waiting.length,
    why,
    opensAt: why === 'SLOT_NOT_OPEN' ? opensAt(room, slot.start) : undefined,
    ...(mine(slot, person) ?? { state }),
  };
}
