import { DAY, dayOf, HOUR, instantOf } from '@niangjia/shared/time';
import { newKey } from '../../dev/api.ts';
import { setClock } from '../clock.ts';
import { groupOf, member, noShowOf, openedVenue, tomorrowAt } from '../venues/house.ts';
import type { Actor } from '../world.ts';
import type { Scenario } from './stage.ts';

/** The situations in which booking takes another way through its calls. */

export interface House {
  readonly one: Actor;
  readonly other: Actor;
  readonly slot: { readonly venue: string; readonly room: string; readonly start: number };
  readonly door: string;
}

/** Who works like this shares their union's day. */
export const unit = { kind: 'unit', unit: '新街口物业服务中心' };

export async function house(employment?: object, room: object = {}): Promise<House> {
  // No offer is made at night, whenever the proof runs.
  setClock(instantOf(dayOf(Date.now()), '12:00'));
  const { id, rooms } = await openedVenue(1, room);
  const [first] = rooms;
  if (!first) throw new Error('no room');
  return {
    one: await member(1, employment),
    other: await member(2, employment),
    slot: { venue: id, room: first.id, start: tomorrowAt('12:00') },
    door: first.door,
  };
}

export async function booked({ one, slot }: House, key = newKey()): Promise<string> {
  const { body, refusal } = await one.call('bookSlot', slot, { key });
  if (refusal) throw new Error(`could not book: ${refusal.code}`);
  return body.id;
}

export async function waited({ other, slot }: House): Promise<string> {
  return (await other.call('waitForSlot', slot)).body.id;
}

/** A place that is held for the other. */
async function offered(the: House): Promise<string> {
  const id = await booked(the);
  const wait = await waited(the);
  await the.one.call('cancelBooking', { id });
  return wait;
}

const books = (title: string, employment?: object, room?: object): Scenario => ({
  title,
  prepare: async () => {
    const { one, slot } = await house(employment, room);
    const key = newKey();
    return () => one.call('bookSlot', { ...slot, remind: ['bookingSoon', 'bookingOff'] }, { key });
  },
});

export const bookingScenarios = {
  bookSlot: [
    books('a courier'),
    books('somebody of a unit', unit),
    books('a room whose keeper confirms', undefined, { needsApproval: true }),
  ],
  cancelBooking: [
    {
      title: 'nobody waits',
      prepare: async () => {
        const the = await house(unit);
        const id = await booked(the);
        return () => the.one.call('cancelBooking', { id });
      },
    },
    {
      title: 'somebody waits',
      prepare: async () => {
        const the = await house();
        const id = await booked(the);
        await waited(the);
        return () => the.one.call('cancelBooking', { id });
      },
    },
  ],
  changeBooking: [
    {
      title: 'of somebody of a unit, to another hour',
      prepare: async () => {
        const the = await house(unit);
        const id = await booked(the);
        const key = newKey();
        const to = { ...the.slot, start: tomorrowAt('14:00') };
        return () => the.one.call('changeBooking', { id, ...to }, { key });
      },
    },
    {
      title: 'for which somebody waits',
      prepare: async () => {
        const the = await house();
        const id = await booked(the);
        await waited(the);
        const key = newKey();
        const to = { ...the.slot, start: tomorrowAt('14:00') };
        return () => the.one.call('changeBooking', { id, ...to }, { key });
      },
    },
  ],
  bookWeekly: [
    {
      title: 'two weeks, one of them taken',
      // What is free near the one that was taken changes as time goes on.
      good: HOUR,
      prepare: async () => {
        const the = await house();
        const [group, key] = [await groupOf(the.other), newKey()];
        await booked(the);
        const until = dayOf(the.slot.start + 7 * DAY);
        return () => the.other.call('bookWeekly', { group, ...the.slot, until }, { key });
      },
    },
  ],
  waitForSlot: [
    {
      title: 'behind nobody',
      prepare: async () => {
        const the = await house();
        await booked(the);
        const key = newKey();
        return () => the.other.call('waitForSlot', the.slot, { key });
      },
    },
  ],
  giveUpWait: [
    {
      title: 'in line',
      prepare: async () => {
        const the = await house();
        await booked(the);
        const id = await waited(the);
        return () => the.other.call('giveUpWait', { id });
      },
    },
  ],
  acceptOffer: [
    {
      title: 'held',
      prepare: async () => {
        const the = await house(unit);
        const id = await offered(the);
        return () => the.other.call('acceptOffer', { id });
      },
    },
  ],
  passOffer: [
    {
      title: 'held',
      prepare: async () => {
        const the = await house();
        const id = await offered(the);
        return () => the.other.call('passOffer', { id });
      },
    },
  ],
  checkIn: [
    {
      title: 'at the door',
      prepare: async () => {
        const the = await house();
        const id = await booked(the);
        setClock(the.slot.start);
        return () => the.one.call('checkIn', { id, door: the.door });
      },
    },
  ],
  appealNoShow: [
    {
      title: 'for the first time',
      prepare: async () => {
        const { one, slot } = await house();
        const id = await noShowOf(one, slot.venue, slot.room);
        const key = newKey();
        return () => one.call('appealNoShow', { id, words: '门口的码坏了' }, { key });
      },
    },
  ],
} satisfies Record<string, readonly Scenario[]>;
