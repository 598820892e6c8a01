import { type CastName, orgs } from '@niangjia/shared/cast';
import { DAY, dayOf, type Instant, instantOf } from '@niangjia/shared/time';
import { recordNoShow } from '@niangjia/shared/venues/calendar';
import type { Room } from '@niangjia/shared/venues/room';
import type { VenueFacts } from '@niangjia/shared/venues/setUp';
import type { Venue } from '@niangjia/shared/venues/venue';
import { openidOf } from '../../dev/wechatCodes.ts';
import { personOf } from '../../functions/accounts.ts';
import { putGroup } from '../../functions/booking/groups.ts';
import { putVenue } from '../../functions/booking/venues.ts';
import { changeCalendar, getCalendar } from '../../functions/calendars.ts';
import { noteCard } from '../../functions/cards.ts';
import { nextCardNumber } from '../../functions/joining/cardNumbers.ts';
import { membershipKey } from '../../functions/members.ts';
import { newId } from '../../functions/secrets.ts';
import { getItem, putItem, updateItem } from '../../functions/table.ts';
import { signToken } from '../../functions/tokens.ts';
import { type Actor, actingFor } from '../world.ts';

/** A venue and members for the proofs of booking. */

const { kind: _, ...org } = orgs.xinjiekouJoint;

const court = (number: number, changed: Partial<Room>): Room => ({
  id: newId(),
  name: `乒乓球 ${number} 号台`,
  kind: 'court',
  slotMinutes: 60,
  capacity: 1,
  daysAhead: 7,
  opensAtHour: 8,
  audience: { occupations: [] },
  needsApproval: false,
  door: newId(),
  ...changed,
});

/** What a keeper types of a new house. */
export const houseFacts: VenueFacts = {
  name: '护国寺职工驿站',
  address: '西城区护国寺街 9 号',
  latitude: 39.935,
  longitude: 116.372,
  phone: '010-66000009',
  words: '请轻声说话。',
};

/** Opens a venue with so many courts, open from nine to nineteen every day, or otherwise. */
export async function openedVenue(
  courts: number,
  changed: Partial<Room> = {},
  open = { from: '09:00', until: '19:00' },
): Promise<Venue> {
  const venue: Venue = {
    id: newId(),
    version: 1,
    org,
    name: '新街口职工之家',
    address: '西城区新街口北大街 3 号',
    latitude: 39.94,
    longitude: 116.37,
    phone: '010-66000000',
    words: '请穿软底鞋，用完请把球拍放回原处。',
    hours: Array.from({ length: 7 }, () => [open]),
    closedDays: [],
    rooms: Array.from({ length: courts }, (_, i) => court(i + 1, changed)),
    accepted: [],
  };
  await putVenue(venue);
  return venue;
}

/** The start of an hour tomorrow. */
export const tomorrowAt = (clock: string, now: Instant = Date.now()) => instantOf(dayOf(now + DAY), clock);

const courier = { kind: 'newForm', occupation: 'courier', platform: '顺达快递' };

/** Makes a person an active member, as joining leaves one. */
async function asMember(id: string, employment: object): Promise<Actor> {
  const membership = { org, employment, status: 'approved', membership: 'active', idHash: id };
  await putItem({ ...membershipKey(id), ...membership });
  await putItem({ pk: `CLAIMS#${id}`, sk: 'CLAIMS', claimants: new Set([id]), member: id });
  return { id, call: actingFor(id) };
}

/** A member; the same number is the same person. */
export const member = async (number: number, employment: object = courier): Promise<Actor> =>
  asMember(await personOf(`venue-member-${number}`), employment);

/** Somebody of the cast as a member. */
export const castMember = async (name: CastName, employment: object = courier): Promise<Actor> =>
  asMember(await personOf(openidOf(name)), employment);

/** The number of a member's card, as joining leaves it; drawn when it is asked for first. */
export async function cardOf({ id }: Actor): Promise<string> {
  const known = (await getItem(membershipKey(id)))?.cardNumber;
  if (known) return String(known);
  const number = await nextCardNumber(org.division);
  await updateItem(membershipKey(id), {
    UpdateExpression: 'SET cardNumber = :number',
    ExpressionAttributeValues: { ':number': number },
  });
  await noteCard(number, id);
  return number;
}

/** What stands for somebody whose card a keeper has seen. */
export const guestToken = async ({ id }: Actor): Promise<string> =>
  (await signToken('guest', id, Date.now())).token;

/** A no-show in somebody's ledger, as the stream writes it; its id. */
export async function noShowOf(who: Pick<Actor, 'id'>, venue: string, room: string): Promise<string> {
  const at = Date.now() - DAY;
  const noShow = { id: newId(), what: 'slot', of: room, venue, start: at, at, by: 'system' } as const;
  await changeCalendar(await getCalendar(who.id), (calendar) => recordNoShow(calendar, noShow));
  return noShow.id;
}

/** A group that somebody leads; its id. */
export async function groupOf(leader: Actor): Promise<string> {
  const id = newId();
  await putGroup({
    ...{ id, version: 1, org, name: '新街口乒乓球小组', leader: leader.id, accepted: [] },
    named: { by: 'seed', at: Date.now(), authority: '工发〔2026〕2号' },
  });
  return id;
}
