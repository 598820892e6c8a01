import { orgs } from '@niangjia/shared/cast';
import { DAY, dayOf, MINUTE } from '@niangjia/shared/time';
import { firstVenuesPolicy } from '@niangjia/shared/venues/policy';
import { newId } from '../../functions/secrets.ts';
import { putItem } from '../../functions/table.ts';
import { signToken } from '../../functions/tokens.ts';
import {
  cardOf,
  groupOf,
  guestToken,
  houseFacts,
  member,
  noShowOf,
  openedVenue,
  tomorrowAt,
} from '../venues/house.ts';
import type { Subject } from './subject.ts';

const { version: _version, effectiveFrom: _from, ...policyNumbers } = firstVenuesPolicy;
const QUARTER = 15 * MINUTE;

/** Valid requests about venues and bookings. */
export async function bookingSubjects() {
  const { id: venue, rooms } = await openedVenue(1);
  const [room] = rooms;
  if (!room) throw new Error('no room');
  const [booking, free] = [await member(11), await member(13)];
  const slot = { venue, room: room.id, start: tomorrowAt('12:00') };
  const { body: booked } = await booking.call('bookSlot', slot);
  // Open day and night, so that a slot begins within the quarter of an hour in which one can check in.
  const always = await openedVenue(1, { slotMinutes: 15 }, { from: '00:00', until: '24:00' });
  const [now] = always.rooms;
  if (!now) throw new Error('no room');
  const start = (Math.floor(Date.now() / QUARTER) + 1) * QUARTER;
  const { body: soon } = await booking.call('bookSlot', { venue: always.id, room: now.id, start });
  // One who gave up may say so twice, also in the words for an offer; no offer is made at night.
  const passing = await member(14);
  const { body: gone } = await passing.call('waitForSlot', slot);
  await passing.call('giveUpWait', { id: gone.id });
  const leader = await member(16);
  const group = await groupOf(leader);
  const missing = await member(15);
  const noShow = await noShowOf(missing, venue, room.id);
  const here = { venue: always.id, room: now.id, start, id: soon.id };
  const { token } = await signToken('card', booking.id, Date.now());
  const period = { venue, room: room.id, from: slot.start, until: slot.start + 60 * MINUTE };
  const appealed = await noShowOf(missing, venue, room.id);
  await missing.call('appealNoShow', { id: appealed, words: '门口的码坏了' });
  const guest = await member(17);
  const atDoor = { venue: always.id, room: now.id, start: start - QUARTER };
  const card = await cardOf(guest);
  const stands = await guestToken(guest);
  // The policy is a city's alone; this one stands where the callers' roles are.
  const city = { ...orgs.xinjiekouJoint, id: newId(), kind: 'city' };
  await putItem({ pk: `ORG#${city.id}`, sk: 'ORG', ...city });
  const of = (id: string, strangers: NonNullable<Subject['owner']>['strangers']) => ({ id, strangers });
  return {
    listVenues: [{ input: {} }],
    getVenue: [{ input: { venue } }],
    getDay: [{ input: { venue, day: dayOf(Date.now() + DAY) } }],
    listFree: [{ input: { venues: venue, day: dayOf(Date.now() + DAY), from: '18:00' } }],
    bookSlot: [{ input: { ...slot, start: tomorrowAt('14:00') }, owner: of(free.id, 'MEMBERS_ONLY') }],
    listBookings: [{ input: {} }],
    waitForSlot: [{ input: slot, owner: of(free.id, 'MEMBERS_ONLY') }],
    giveUpWait: [{ input: { id: newId() } }],
    acceptOffer: [{ input: { id: booked.id }, owner: of(booking.id, 'OFFER_OVER') }],
    passOffer: [{ input: { id: gone.id }, owner: of(passing.id, 'OFFER_OVER') }],
    checkIn: [{ input: { id: soon.id, door: now.door }, owner: of(booking.id, 'NOT_BOOKED') }],
    listNoShows: [{ input: {} }],
    appealNoShow: [{ input: { id: noShow, words: '门口的码坏了' }, owner: of(missing.id, 'NOT_FOUND') }],
    changeBooking: [
      {
        input: { id: booked.id, ...slot, start: tomorrowAt('16:00') },
        owner: of(booking.id, 'NOT_BOOKED'),
      },
    ],
    listGroups: [{ input: {} }],
    bookWeekly: [
      {
        input: { group, ...slot, start: tomorrowAt('17:00'), until: dayOf(Date.now() + 8 * DAY) },
        owner: of(leader.id, 'NOT_FOUND'),
      },
    ],
    cancelBooking: [{ input: { id: booked.id }, owner: of(booking.id, 'NOT_BOOKED') }],
    listKeptVenues: [{ input: { org: orgs.xinjiekouJoint.id } }],
    getKeptDay: [{ input: { venue, day: dayOf(Date.now() + DAY) } }],
    seeBooking: [{ input: here }],
    seeCard: [{ input: { venue: always.id, token } }],
    cancelFor: [{ input: { ...here, reason: 'repair' } }],
    listAppeals: [{ input: { venue } }],
    settleAppeal: [{ input: { venue, id: `${missing.id}.${appealed}`, lifted: true } }],
    liftNoShows: [{ input: { venue, room: room.id, start: slot.start } }],
    listClosing: [{ input: { ...period, from: String(period.from), until: String(period.until) } }],
    closeRoom: [{ input: { ...period, reason: 'event' } }],
    reopenRoom: [{ input: period }],
    settleBooking: [{ input: { ...here, confirmed: true } }],
    getUse: [{ input: { venue } }],
    listKeptBookings: [{ input: { venue, from: dayOf(Date.now()), until: dayOf(Date.now() + DAY) } }],
    listKeptUnions: [{ input: { org: orgs.xinjiekouJoint.id } }],
    listKeptGroups: [{ input: { org: orgs.xinjiekouJoint.id } }],
    seeLeader: [{ input: { org: orgs.xinjiekouJoint.id, card: { by: 'cardNumber', cardNumber: card } } }],
    registerGroup: [{ input: { org: orgs.xinjiekouJoint.id, name: '羽毛球小组', guest: stands } }],
    nameLeader: [{ input: { group, guest: stands, seen: 1 } }],
    seeGuest: [
      {
        input: {
          ...{ venue, room: room.id, start: tomorrowAt('15:00'), walkIn: false },
          card: { by: 'cardNumber', cardNumber: card },
        },
      },
    ],
    bookFor: [{ input: { venue, room: room.id, start: tomorrowAt('15:00'), guest: stands } }],
    walkIn: [{ input: { ...atDoor, guest: stands } }],
    listPolicies: [{ input: { org: orgs.xinjiekouJoint.id } }],
    draftPolicy: [
      { input: { org: city.id, after: 1, effectiveFrom: Date.now() + DAY, numbers: policyNumbers } },
    ],
    listVenuePhotos: [{ input: { venue } }],
    openVenuePhotoUpload: [{ input: { venue, type: 'image/jpeg', bytes: 1000 } }],
    // Whoever may add photos finds none that another sent.
    addVenuePhoto: [{ input: { venue, upload: newId(), words: '球台' } }],
    arrangeVenuePhotos: [{ input: { venue, photos: [] } }],
    removeVenuePhoto: [{ input: { venue, photo: newId() } }],
    openVenue: [{ input: { org: orgs.xinjiekouJoint.id, ...houseFacts } }],
    getSetUp: [{ input: { venue } }],
    listOutside: [{ input: { venue, version: 1, change: { kind: 'facts', facts: houseFacts } } }],
    changeVenue: [{ input: { venue, version: 1, change: { kind: 'facts', facts: houseFacts } } }],
  } satisfies Record<string, readonly Subject[]>;
}
