import { orgs } from '@niangjia/shared/cast';
import { DAY, dayOf, HOUR, SECOND } from '@niangjia/shared/time';
import { firstVenuesPolicy } from '@niangjia/shared/venues/policy';
import type { VenueChange } from '@niangjia/shared/venues/setUp';
import { newKey } from '../../dev/api.ts';
import { signToken } from '../../functions/tokens.ts';
import { tick } from '../../functions/venues/tick.ts';
import { setClock } from '../clock.ts';
import { groupOf, guestToken, houseFacts, noShowOf } from '../venues/house.ts';
import { staffActor } from '../world.ts';
import { booked, type House, house, unit, waited } from './bookings.ts';
import type { Scenario } from './stage.ts';

/** The situations in which a keeper's work takes another way through its calls. */

/** A booking in a house, its keeper, and which booking it is. */
async function kept(room: object = {}) {
  const the: House = await house(undefined, room);
  const id = await booked(the);
  const keeper = await staffActor('tianyu');
  return { the, keeper, which: { ...the.slot, id } };
}
/** The hour at which it begins. */
const begins = ({ slot }: House) => setClock(slot.start);

const twoHours = ({ slot: { venue, room, start } }: House) => ({
  venue,
  room,
  from: start,
  until: start + 2 * HOUR,
});

/** A keeper changes a house in which somebody has booked. */
const changes = (title: string, change: VenueChange | ((the: House) => VenueChange)): Scenario => ({
  title,
  prepare: async () => {
    const { the, keeper } = await kept();
    const key = newKey();
    const input = {
      venue: the.slot.venue,
      version: 1,
      change: typeof change === 'function' ? change(the) : change,
    };
    return () => keeper.call('changeVenue', input, { key });
  },
});

export const keepingScenarios = {
  seeBooking: [
    {
      title: 'with a tap',
      prepare: async () => {
        const { the, keeper, which } = await kept();
        begins(the);
        return () => keeper.call('seeBooking', which);
      },
    },
  ],
  seeCard: [
    {
      title: 'by the card',
      // A card's code lives a minute.
      good: 30 * SECOND,
      prepare: async () => {
        const { the, keeper } = await kept();
        begins(the);
        const { token } = await signToken('card', the.one.id, Date.now());
        return () => keeper.call('seeCard', { venue: the.slot.venue, token });
      },
    },
  ],
  cancelFor: [
    {
      title: 'somebody waits',
      prepare: async () => {
        const { the, keeper, which } = await kept();
        await waited(the);
        return () => keeper.call('cancelFor', { ...which, reason: 'repair' });
      },
    },
  ],
  settleBooking: [true, false].map((confirmed) => ({
    title: confirmed ? 'yes' : 'no',
    prepare: async () => {
      const { keeper, which } = await kept({ needsApproval: true });
      return () => keeper.call('settleBooking', { ...which, confirmed });
    },
  })),
  settleAppeal: [true, false].map((lifted) => ({
    title: lifted ? 'yes' : 'no',
    prepare: async () => {
      const { the, keeper } = await kept();
      const { venue, room } = the.slot;
      const id = await noShowOf(the.one, venue, room);
      await the.one.call('appealNoShow', { id, words: '门口的码坏了' });
      return () => keeper.call('settleAppeal', { venue, id: `${the.one.id}.${id}`, lifted });
    },
  })),
  bookFor: [
    {
      title: 'somebody of a unit',
      prepare: async () => {
        const the = await house(unit, { needsApproval: true });
        const keeper = await staffActor('tianyu');
        const [guest, key] = [await guestToken(the.one), newKey()];
        return () => keeper.call('bookFor', { ...the.slot, guest }, { key });
      },
    },
  ],
  walkIn: [
    {
      title: 'in a slot that has begun',
      // The slot is an hour long.
      good: HOUR / 2,
      prepare: async () => {
        const the = await house();
        begins(the);
        const keeper = await staffActor('tianyu');
        const [guest, key] = [await guestToken(the.one), newKey()];
        return () => keeper.call('walkIn', { ...the.slot, guest }, { key });
      },
    },
  ],
  registerGroup: [
    {
      title: 'with its leader',
      prepare: async () => {
        const the = await house();
        const keeper = await staffActor('tianyu');
        const [guest, key] = [await guestToken(the.one), newKey()];
        const input = { org: orgs.xinjiekouJoint.id, name: '羽毛球小组', guest };
        return () => keeper.call('registerGroup', input, { key });
      },
    },
  ],
  nameLeader: [
    {
      title: 'instead of another',
      prepare: async () => {
        const the = await house();
        const keeper = await staffActor('tianyu');
        const group = await groupOf(the.one);
        const [guest, key] = [await guestToken(the.other), newKey()];
        return () => keeper.call('nameLeader', { group, guest, seen: 1 }, { key });
      },
    },
  ],
  liftNoShows: [
    {
      title: 'all of a slot',
      prepare: async () => {
        const { the, keeper } = await kept();
        setClock(the.slot.start + HOUR / 2);
        await tick(Date.now());
        return () => keeper.call('liftNoShows', the.slot);
      },
    },
  ],
  closeRoom: [
    {
      title: 'with a booking and a line in it',
      prepare: async () => {
        const { the, keeper } = await kept();
        await waited(the);
        return () => keeper.call('closeRoom', { ...twoHours(the), reason: 'event' });
      },
    },
  ],
  draftPolicy: [
    {
      title: 'the second one',
      prepare: async () => {
        const admin = await staffActor('zhenghua');
        const key = newKey();
        const { version: _v, effectiveFrom: _e, ...numbers } = firstVenuesPolicy;
        const input = {
          ...{ org: orgs.city.id, after: 1, effectiveFrom: Date.now() + 2 * DAY },
          numbers: { ...numbers, upcoming: 4 },
        };
        return () => admin.call('draftPolicy', input, { key });
      },
    },
    {
      title: 'in place of two that are to come',
      prepare: async () => {
        const admin = await staffActor('zhenghua');
        const key = newKey();
        const { version: _v, effectiveFrom: _e, ...numbers } = firstVenuesPolicy;
        const draft = (after: number, days: number) => ({
          ...{ org: orgs.city.id, after, effectiveFrom: Date.now() + days * DAY },
          numbers: { ...numbers, upcoming: 4 },
        });
        await admin.call('draftPolicy', draft(1, 2));
        await admin.call('draftPolicy', draft(2, 3));
        const input = draft(3, 1);
        return () => admin.call('draftPolicy', input, { key });
      },
    },
  ],
  openVenue: [
    {
      title: 'a new one',
      prepare: async () => {
        const keeper = await staffActor('tianyu');
        const key = newKey();
        return () => keeper.call('openVenue', { org: orgs.xinjiekouJoint.id, ...houseFacts }, { key });
      },
    },
  ],
  changeVenue: [
    changes('its facts', { kind: 'facts', facts: houseFacts }),
    changes('a door', (the) => ({ kind: 'door', room: the.slot.room })),
    changes('its hours, with a booking outside', (the) => ({
      kind: 'hours',
      from: dayOf(the.slot.start),
      hours: Array.from({ length: 7 }, () => [{ from: '14:00', until: '19:00' }]),
      closedDays: [],
    })),
  ],
  reopenRoom: [
    {
      title: 'two hours',
      prepare: async () => {
        const { the, keeper } = await kept();
        await keeper.call('closeRoom', { ...twoHours(the), reason: 'event' });
        return () => keeper.call('reopenRoom', twoHours(the));
      },
    },
  ],
} satisfies Record<string, readonly Scenario[]>;
