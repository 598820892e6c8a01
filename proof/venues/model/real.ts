import { dayOf } from '@niangjia/shared/time';
import { firstVenuesPolicy } from '@niangjia/shared/venues/policy';
import type { Slot as Kept } from '@niangjia/shared/venues/slot';
import type { Venue } from '@niangjia/shared/venues/venue';
import type { Reply } from '../../../dev/api.ts';
import { getSlot } from '../../../functions/booking/slots.ts';
import { putVenue } from '../../../functions/booking/venues.ts';
import { getCalendar } from '../../../functions/calendars.ts';
import { putVenuesPolicy } from '../../../functions/policies.ts';
import { deleteItem } from '../../../functions/table.ts';
import { tick } from '../../../functions/venues/tick.ts';
import { none, type Plan, underFaults } from '../../layers/faults.ts';
import { type Actor, staffActor } from '../../world.ts';
import { member, openedVenue } from '../house.ts';
import type { Act } from './rules.ts';
import { type At, inUnit, limits, nameOf, type Outcome, rooms, type Slot, type World } from './world.ts';

/** The functions themselves, asked through their contracts, in the terms of the model. */

const PEOPLE = 5;
const unit = { kind: 'unit', unit: '新街口物业服务中心' };

export interface House {
  readonly venue: Venue;
  readonly people: readonly Actor[];
  readonly keeper: Actor;
}

/** Opens the model's house: its two rooms, its people, its keeper. */
export async function openedHouse(): Promise<House> {
  await putVenuesPolicy({ ...firstVenuesPolicy, upcoming: limits.ahead, aWeek: limits.week });
  const plain = await openedVenue(rooms.length, {}, { from: '07:00', until: '23:00' });
  const venue = {
    ...plain,
    version: 2,
    rooms: plain.rooms.map((room, i) => ({ ...room, ...rooms[i], slotMinutes: rooms[i]?.minutes ?? 60 })),
  };
  await putVenue(venue, plain);
  const people = Array.from({ length: PEOPLE }, (_, i) =>
    member(2000 + i, inUnit.includes(i) ? unit : undefined),
  );
  return { venue, people: await Promise.all(people), keeper: await staffActor('tianyu') };
}

/** Which faults strike a request. */
export type Weather = () => Plan;
export const calm: Weather = () => none;
/** Calls are turned down, replies are lost, processes die. */
export const rough =
  (random: () => number): Weather =>
  () =>
  () => {
    const faults = ['conflict', 'throttle', 'lostReply', 'dieBefore', 'dieAfter'] as const;
    return random() < 0.1 ? faults[Math.floor(random() * faults.length)] : undefined;
  };

/** One run: the house, and what the model's numbers are there. */
export interface Run {
  readonly house: House;
  readonly run: number;
  readonly since: number;
  /** Ids of bookings and waits by their number. */
  readonly ids: string[];
  readonly weather: Weather;
  readonly settled: () => Promise<void>;
}

/** Begins a run with nobody's past. */
export async function begun(run: Omit<Run, 'ids'>): Promise<Run> {
  const calendars = run.house.people.map(({ id }) => deleteItem({ pk: `PERSON#${id}`, sk: 'CALENDAR' }));
  await Promise.all(calendars);
  return { ...run, ids: [] };
}

const roomId = ({ house }: Run, room: number) => house.venue.rooms[room]?.id ?? '';
const where = (run: Run, { room, start }: At) => ({
  venue: run.house.venue.id,
  room: roomId(run, room),
  start,
});

/** Sends until there is an answer: who finds the house busy, or hears nothing, sends the same again. */
async function insisting(run: Run, send: () => Promise<Reply<unknown>>): Promise<Reply<unknown>> {
  for (;;) {
    const { answer } = await underFaults(run.weather(), send);
    if (answer.status < 500 && answer.refusal?.code !== 'BUSY') return answer;
  }
}

function request(
  run: Run,
  { do: what, n, who, at, old, yes, request: number }: Act,
): () => Promise<Reply<unknown>> {
  const { house, ids } = run;
  const me = house.people[who] ?? house.keeper;
  const { keeper, venue } = house;
  const id = ids[n] ?? '';
  const key = { key: `model-${run.run}-number-${number}` };
  const period = () => ({ ...where(run, at), from: at.start, until: at.start + 1 });
  const which = () => ({ ...where(run, at), id });
  switch (what) {
    case 'book':
      return () => me.call('bookSlot', where(run, at), key);
    case 'change':
      return () => me.call('changeBooking', { id: ids[old] ?? '', ...where(run, at) }, key);
    case 'wait':
      return () => me.call('waitForSlot', where(run, at), key);
    case 'giveUp':
      return () => me.call('giveUpWait', { id });
    case 'accept':
      return () => me.call('acceptOffer', { id });
    case 'pass':
      return () => me.call('passOffer', { id });
    case 'cancel':
      return () => me.call('cancelBooking', { id });
    case 'checkIn':
      return () => me.call('checkIn', { id, door: venue.rooms[at.room]?.door ?? '' });
    case 'appeal':
      return () => me.call('appealNoShow', { id, words: '门口的码扫不出来' }, key);
    case 'see':
      return () => keeper.call('seeBooking', which());
    case 'cancelFor':
      return () => keeper.call('cancelFor', { ...which(), reason: 'repair' });
    case 'settle':
      return () => keeper.call('settleBooking', { ...which(), confirmed: yes });
    case 'lift':
      return () => keeper.call('liftNoShows', where(run, at));
    case 'close':
      return () => keeper.call('closeRoom', { ...period(), reason: 'event' });
    case 'reopen':
      return () => keeper.call('reopenRoom', period());
    case 'settleAppeal': {
      const appeal = `${me.id}.${id}`;
      return () => keeper.call('settleAppeal', { venue: venue.id, id: appeal, lifted: yes });
    }
    default:
      throw new Error(`${what} is no request`);
  }
}

/** Does it, and says what came of it. */
export async function perform(run: Run, act: Act): Promise<Outcome> {
  if (act.do === 'tick') {
    await underFaults(run.weather(), () => tick(Date.now()).catch(() => undefined));
    return 'OK';
  }
  if (act.do === 'hear') {
    await run.settled();
    return 'OK';
  }
  const { status, body, refusal } = await insisting(run, request(run, act));
  if (status !== 200) return refusal?.code ?? String(status);
  const { id } = body as { id?: string };
  if (id && ['book', 'change', 'wait'].includes(act.do)) run.ids[act.n] ??= id;
  return 'OK';
}

/** A slot as the table has it, in the model's terms. */
async function seen(run: Run, { room, start, end }: Slot): Promise<Slot> {
  const number = ({ id }: { id: string }) => run.ids.indexOf(id);
  const whose = ({ person }: { person: string }) => run.house.people.findIndex(({ id }) => id === person);
  const { capacity } = rooms[room] ?? rooms[0];
  const slot: Kept = await getSlot({ room: roomId(run, room), start, end, capacity });
  return {
    ...{ room, start, end, closed: slot.closed },
    places: slot.places.map(({ state, until, came, ...place }) => ({
      ...{ n: number(place), who: whose(place), state },
      ...(until && { until }),
      ...(came && { came: true }),
    })),
    line: slot.waiting.map((waiting) => ({ n: number(waiting), who: whose(waiting) })),
    ended: slot.ended.map(({ at, how, word, ...ended }) => ({
      ...{ n: number(ended), who: whose(ended), at },
      how: how === 'cancelled' && word ? 'off' : how,
    })),
  };
}

/** Slots that the model knows, as the table has them. */
export const allSeen = async (run: Run, slots: World['slots']): Promise<World['slots']> =>
  Object.fromEntries(
    await Promise.all(
      Object.values(slots).map(async (slot) => [nameOf(slot), await seen(run, slot)] as const),
    ),
  );

/** What somebody's own list says, as numbers. */
export async function listed(run: Run, who: number) {
  const { body } = (await run.house.people[who]?.call('listBookings', {})) ?? {};
  const bookings = (body?.bookings ?? []).map(({ id, state, until, position }) => ({
    ...{ n: run.ids.indexOf(id), state },
    ...(until && { until }),
    ...(position && { position }),
  }));
  return { bookings: bookings.sort((a, b) => a.n - b.n), bannedUntil: body?.bannedUntil };
}

/** What stands in somebody's calendar and is not past, as numbers: bookings as such, and places in line. */
export async function noted(run: Run, who: number) {
  const { entries, waits } = await getCalendar(run.house.people[who]?.id ?? '');
  const standing = (list: typeof waits) =>
    list
      .filter(({ over, end }) => over === undefined && end > Date.now())
      .map(({ id }) => run.ids.indexOf(id));
  return { entries: standing(entries), waits: standing(waits) };
}

/** Why somebody is shown that they can't book a slot; undefined when they can. */
export async function looked(run: Run, who: number, at: At): Promise<string | undefined> {
  const day = { venue: run.house.venue.id, day: dayOf(at.start) };
  const { body } = (await run.house.people[who]?.call('getDay', day)) ?? {};
  const room = body?.rooms.find(({ id }) => id === roomId(run, at.room));
  return room?.slots.find(({ start }) => start === at.start)?.why;
}
