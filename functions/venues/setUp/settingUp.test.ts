import { orgs } from '@niangjia/shared/cast';
import { DAY, dayOf, instantOf, MINUTE } from '@niangjia/shared/time';
import type { VenueChange } from '@niangjia/shared/venues/setUp';
import type { Venue } from '@niangjia/shared/venues/venue';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { newKey } from '../../../dev/api.ts';
import { following } from '../../../proof/changes.ts';
import { underFaults } from '../../../proof/layers/faults.ts';
import { sabotaged } from '../../../proof/layers/sabotage.ts';
import { houseFacts, member, openedVenue } from '../../../proof/venues/house.ts';
import { type Actor, staffActor } from '../../../proof/world.ts';
import { slotsOfDay } from '../../booking/slots.ts';
import { decisionsAbout } from '../../records.ts';
import { seed } from '../../seed.ts';
import { settleDue } from '../settle.ts';
import { tick } from '../tick.ts';

/** A keeper sets a venue up and changes it, and what the members see of that. */

const settled = following();
const today = '2026-11-25'; // a Wednesday
const tomorrow = '2026-11-26';
const at = (clock: string, day = tomorrow) => instantOf(day, clock);
const daily = (from: string, until: string) => Array.from({ length: 7 }, () => [{ from, until }]);
let people = 500;
const somebody = () => member(people++);

let keeper: Actor;
let one: Actor;
let other: Actor;
let venue: Venue;

beforeAll(async () => {
  vi.setSystemTime(at('12:00', today));
  await seed();
  keeper = await staffActor('tianyu');
});
afterAll(() => {
  vi.useRealTimers();
});
beforeEach(async () => {
  vi.setSystemTime(at('12:00', today));
  venue = await openedVenue(2);
  [one, other] = [await somebody(), await somebody()];
});

const room = (of = venue) => of.rooms[0]?.id ?? '';
const slot = (start: number) => ({ venue: venue.id, room: room(), start });
const change = (what: VenueChange, version = 1, who = keeper, options?: { key: string }) =>
  who.call('changeVenue', { venue: venue.id, version, change: what, reason: 'hours' }, options);
const facts = (name: string): VenueChange => ({ kind: 'facts', facts: { ...houseFacts, name } });
const shorter: VenueChange = {
  kind: 'hours',
  from: tomorrow,
  hours: daily('14:00', '19:00'),
  closedDays: [],
};
const roomFacts = {
  ...{ name: '羽毛球场', kind: 'court' as const, slotMinutes: 60 as const, capacity: 1 },
  ...{ daysAhead: 7, opensAtHour: 8, occupations: [], needsApproval: false },
};
/** Two minutes later, when no function knows the venue as it was. */
async function twoMinutes() {
  vi.setSystemTime(Date.now() + 2 * MINUTE);
  await tick(Date.now());
  await settled();
}
const mine = async (who: Actor) =>
  (await who.call('listBookings', {})).body.bookings.filter((booking) => booking.venue.id === venue.id);
const told = async (who: Actor) => (await who.call('listMessages', {})).body.messages.map(({ text }) => text);
const setUpNow = async () => (await keeper.call('getSetUp', { venue: venue.id })).body;

describe('a new venue', () => {
  it('is seen by members once it has a room, and can then be booked', async () => {
    const { body: opened } = await keeper.call('openVenue', { org: orgs.xinjiekouJoint.id, ...houseFacts });
    const shown = async () =>
      (await one.call('listVenues', {})).body.venues.some(({ id }) => id === opened.id);
    expect(await shown()).toBe(false);
    const next = (version: number, what: VenueChange) =>
      keeper.call('changeVenue', { venue: opened.id, version, change: what });
    await next(1, { kind: 'hours', from: today, hours: daily('09:00', '19:00'), closedDays: [] });
    await next(2, { kind: 'newRoom', facts: roomFacts });
    expect(await shown()).toBe(true);
    const { body: there } = await keeper.call('getSetUp', { venue: opened.id });
    expect(there).toMatchObject({ version: 3, rooms: [{ name: '羽毛球场', slotMinutes: 60 }] });
    const start = at('10:00');
    const wish = { venue: opened.id, room: there.rooms[0]?.id ?? '', start };
    expect((await one.call('bookSlot', wish)).status).toBe(200);
  });

  it('is opened only where somebody keeps venues, also by an administrator above', async () => {
    const asks = (who: Actor, org: string) => who.call('openVenue', { org, ...houseFacts });
    expect((await asks(keeper, orgs.zhongguancunJoint.id)).refusal?.code).toBe('NOT_YOURS');
    expect((await asks(await staffActor('zhenghua'), orgs.zhongguancunJoint.id)).status).toBe(200);
    expect((await asks(one, orgs.xinjiekouJoint.id)).refusal?.code).toBe('NOT_YOURS');
  });
});

describe('a change', () => {
  it('is recorded with who, as what, and from what to what', async () => {
    await change(facts('新名字'));
    await settled();
    await settled();
    const [record] = await decisionsAbout(venue.id);
    expect(record).toMatchObject({
      ...{ kind: 'venue', to: 'changed', by: keeper.id, role: 'venueKeeper', thing: '新名字' },
      authority: '工发〔2026〕1号',
    });
    expect(record?.changes).toContainEqual({ field: 'name', before: '新街口职工之家', after: '新名字' });
    const auditor = await staffActor('sunjing');
    const { body } = await auditor.call('listDecisions', { org: orgs.city.id, outcome: 'venue.changed' });
    const listed = body.decisions.find(({ member: { person } }) => person === venue.id);
    expect(listed).toMatchObject({ thing: '新名字', by: { id: keeper.id } });
  });

  it('of what a colleague has changed since is refused, and theirs stays', async () => {
    await change(facts('先改的'));
    const late = await change(facts('后改的'));
    expect(late.refusal).toMatchObject({ code: 'VENUE_CHANGED', next: { label: '看最新的' } });
    expect(await setUpNow()).toMatchObject({ version: 2, facts: { name: '先改的' } });
  });

  it('sent again is answered with its own version, though a colleague has changed more since', async () => {
    const key = newKey();
    await change(facts('我的'), 1, keeper, { key });
    await change(facts('同事的'), 2);
    const again = await change(facts('我的'), 1, keeper, { key });
    expect(again.body).toEqual({ version: 2 });
    expect((await change(facts('别的'), 1, keeper, { key })).refusal?.code).toBe('KEY_REUSED');
    expect((await setUpNow()).facts.name).toBe('同事的');
  });

  const manyAtOnce = async () => {
    venue = await openedVenue(1);
    const replies = await Promise.all(Array.from({ length: 20 }, (_, i) => change(facts(`第 ${i} 个`), 1)));
    return replies.filter(({ status }) => status === 200).length;
  };
  it('is one of many at once', async () => {
    expect(await manyAtOnce()).toBe(1);
    expect((await setUpNow()).version).toBe(2);
  });
  it('negative control: without conditions several are told that theirs holds', async () => {
    expect(await sabotaged('conditions', manyAtOnce)).toBeGreaterThan(1);
  });
});

describe('shorter hours', () => {
  it('say first whose bookings they end, and then end them and say why', async () => {
    await one.call('bookSlot', slot(at('10:00')));
    await other.call('waitForSlot', slot(at('10:00')));
    const { body } = await keeper.call('listOutside', { venue: venue.id, version: 1, change: shorter });
    expect(body).toMatchObject({
      count: 1,
      waiting: 1,
      last: at('10:00'),
      bookings: [{ start: at('10:00') }],
    });
    await change(shorter);
    await twoMinutes();
    expect(await mine(one)).toEqual([]);
    expect(await mine(other)).toEqual([]);
    expect(await told(one)).toEqual([expect.stringContaining('开放时间有调整')]);
    expect(await told(other)).toEqual([expect.stringContaining('开放时间有调整')]);
    expect((await one.call('bookSlot', slot(at('10:00')))).refusal?.code).toBe('SLOT_CLOSED');
    expect((await one.call('bookSlot', slot(at('15:00')))).status).toBe(200);
  });

  it('end what was booked in the minute in which a function still knew the old ones', async () => {
    // This process knows the venue as it is.
    await one.call('getDay', { venue: venue.id, day: tomorrow });
    await change(shorter);
    vi.setSystemTime(Date.now() + MINUTE / 2);
    expect((await one.call('bookSlot', slot(at('10:00')))).status).toBe(200);
    expect(await mine(one)).toHaveLength(1);
    // The keeper, who sees the venue as it is, sees it too: as closed, with somebody in it.
    const { body: kept } = await keeper.call('getKeptDay', { venue: venue.id, day: tomorrow });
    const seen = kept.rooms[0]?.slots.find(({ start }) => start === at('10:00'));
    expect(seen).toMatchObject({ closed: true, places: [{ state: 'confirmed' }] });
    await twoMinutes();
    expect(await mine(one)).toEqual([]);
    expect(await told(one)).toEqual([expect.stringContaining('开放时间有调整')]);
  });

  it('leave a request that was accepted before answered the same', async () => {
    const key = newKey();
    const wish = () => one.call('bookSlot', slot(at('10:00')), { key });
    const first = await wish();
    await change(shorter);
    await twoMinutes();
    vi.setSystemTime(Date.now() + MINUTE);
    expect((await wish()).body).toEqual(first.body);
    expect(await mine(one)).toEqual([]);
  });

  it('can be taken back: nothing stays closed', async () => {
    await change(shorter);
    expect((await change({ ...shorter, hours: daily('09:00', '19:00') }, 2)).refusal?.code).toBe(
      'VENUE_SETTLING',
    );
    await twoMinutes();
    await change({ ...shorter, hours: daily('09:00', '19:00') }, 2);
    vi.setSystemTime(Date.now() + 2 * MINUTE);
    expect((await one.call('bookSlot', slot(at('10:00')))).status).toBe(200);
  });

  /** Settled between what a colleague read and what they wrote; what their next change of slots is told. */
  const settledMeanwhile = async () => {
    venue = await openedVenue(1);
    await change(shorter);
    vi.setSystemTime(Date.now() + 2 * MINUTE);
    let settles = true;
    const { answer } = await underFaults(
      async ({ command, input }) => {
        if (settles && command === 'PutItemCommand' && JSON.stringify(input).includes('新名字')) {
          settles = false;
          await tick(Date.now());
        }
        return undefined;
      },
      () => change(facts('新名字'), 2),
    );
    expect([settles, answer.status]).toEqual([false, 200]);
    const { status, refusal } = await change({ ...shorter, hours: daily('09:00', '19:00') }, 3);
    return refusal?.code ?? status;
  };
  it('stay settled for who read the house before', async () => {
    expect(await settledMeanwhile()).toBe(200);
    expect((await setUpNow()).facts.name).toBe('新名字');
  });
  it('negative control: without conditions they settle for ever', async () => {
    expect(await sabotaged('conditions', settledMeanwhile)).toBe('VENUE_SETTLING');
  });

  it('leave today as it is', async () => {
    const asked = await change({ ...shorter, from: today });
    expect(asked.refusal?.code).toBe('CHANGE_TOO_SOON');
  });
});

describe('another slot length', () => {
  const half: VenueChange = {
    kind: 'room',
    ...{ room: '', from: dayOf(at('00:00')), facts: { ...roomFacts, slotMinutes: 30 } },
  };
  const halved = () => ({ ...half, room: room() });

  it('lets nobody overlap: new slots open once those of before are given back', async () => {
    await one.call('bookSlot', slot(at('10:00')));
    await change(halved());
    // A function that knows the venue as it is now.
    vi.setSystemTime(Date.now() + MINUTE + 1);
    const early = await other.call('bookSlot', slot(at('10:30')));
    expect(early.refusal?.code).toBe('SLOT_SETTLING');
    expect((await other.call('bookSlot', slot(at('10:00')))).refusal?.code).toBe('SLOT_SETTLING');
    await twoMinutes();
    expect(await mine(one)).toEqual([]);
    expect(await told(one)).toHaveLength(1);
    vi.setSystemTime(Date.now() + MINUTE);
    expect((await other.call('bookSlot', slot(at('10:30')))).status).toBe(200);
    const [booking] = await mine(other);
    expect(booking).toMatchObject({ start: at('10:30'), end: at('11:00') });
  });

  it('leaves whole what a keeper does to a booking of before meanwhile', async () => {
    const { body } = await one.call('bookSlot', slot(at('10:00')));
    await change(halved());
    const { body: kept } = await keeper.call('getKeptDay', { venue: venue.id, day: tomorrow });
    const [seen] = kept.rooms[0]?.slots.filter(({ start }) => start === at('10:00')) ?? [];
    expect(seen).toMatchObject({ end: at('11:00'), closed: true, places: [{ id: body.id }] });
    await keeper.call('cancelFor', { ...slot(at('10:00')), id: body.id, reason: 'repair' });
    await twoMinutes();
    expect(await told(one)).toEqual([expect.stringContaining('维修')]);
  });

  it('leaves closed what was closed for a repair, until a keeper opens it again', async () => {
    const [from, until] = [at('10:00'), at('12:00')];
    const repair = { venue: venue.id, room: room(), from, until };
    await keeper.call('closeRoom', { ...repair, reason: 'repair' });
    await settled();
    await change(halved());
    await twoMinutes();
    vi.setSystemTime(Date.now() + MINUTE);
    const told = async (clock: string) => {
      const { status, refusal } = await one.call('bookSlot', slot(at(clock)));
      return refusal?.code ?? status;
    };
    for (const clock of ['10:00', '10:30', '11:30']) expect(await told(clock)).toBe('SLOT_CLOSED');
    expect(await told('12:00')).toBe(200);
    expect(await decisionsAbout(room())).toHaveLength(1);
    await keeper.call('reopenRoom', repair);
    expect(await told('10:30')).toBe(200);
  });

  it('from a day after the last booking ends none', async () => {
    await one.call('bookSlot', slot(at('10:00')));
    const preview = (from: string) =>
      keeper.call('listOutside', { venue: venue.id, version: 1, change: { ...halved(), from } });
    const { last = 0 } = (await preview(tomorrow)).body;
    expect((await preview(dayOf(last + DAY))).body.count).toBe(0);
    await change({ ...halved(), from: dayOf(last + DAY) });
    await twoMinutes();
    expect(await mine(one)).toHaveLength(1);
  });
});

describe('fewer places', () => {
  it('take nobody’s, and are filled no more', async () => {
    venue = await openedVenue(1, { capacity: 3 });
    const wanted = slot(at('10:00'));
    for (const who of [one, other]) await who.call('bookSlot', wanted);
    await change({ kind: 'room', room: room(), from: tomorrow, facts: { ...roomFacts, capacity: 1 } });
    await twoMinutes();
    expect([...(await mine(one)), ...(await mine(other))]).toHaveLength(2);
    const third = await somebody();
    expect((await third.call('bookSlot', wanted)).refusal?.code).toBe('SLOT_TAKEN');
    const [booking] = await mine(one);
    await one.call('cancelBooking', { id: booking?.id ?? '' });
    expect((await third.call('bookSlot', wanted)).refusal?.code).toBe('SLOT_TAKEN');
  });

  it('stay fewer, though a tick has read the slot before', async () => {
    venue = await openedVenue(1, { capacity: 3 });
    await one.call('bookSlot', slot(at('10:00')));
    // Two hours before, the tick has somebody to remind.
    vi.setSystemTime(at('08:00'));
    let settles = true;
    await underFaults(
      async ({ command, input }) => {
        if (settles && command === 'PutItemCommand' && JSON.stringify(input).includes(room())) {
          settles = false;
          await change({ kind: 'room', room: room(), from: tomorrow, facts: { ...roomFacts, capacity: 1 } });
          vi.setSystemTime(Date.now() + 2 * MINUTE);
          await settleDue(Date.now());
        }
        return undefined;
      },
      () => tick(Date.now()),
    );
    const [stored] = await slotsOfDay(room(), tomorrow, 'now');
    expect(stored).toMatchObject({ capacity: 1, remindedAt: at('08:00') });
  });
});

describe('a retired room', () => {
  it('is booked no more from its day on; what was before stays in the lists', async () => {
    await one.call('bookSlot', slot(at('10:00')));
    const later = dayOf(at('00:00') + DAY);
    await other.call('bookSlot', slot(at('10:00', later)));
    await change({ kind: 'retire', room: room(), from: later });
    await twoMinutes();
    expect(await mine(one)).toHaveLength(1);
    expect(await mine(other)).toEqual([]);
    vi.setSystemTime(Date.now() + MINUTE);
    const { body } = await one.call('getDay', { venue: venue.id, day: later });
    expect(body.rooms).toHaveLength(1);
    expect((await other.call('bookSlot', slot(at('11:00', later)))).refusal?.code).toBe('SLOT_CLOSED');
  });
});

describe('a door’s code', () => {
  it('is good for nothing once there is a new one', async () => {
    const { body } = await one.call('bookSlot', slot(at('10:00')));
    const old = venue.rooms[0]?.door ?? '';
    await change({ kind: 'door', room: room() });
    const fresh = (await setUpNow()).rooms[0]?.door ?? '';
    expect(fresh).not.toBe(old);
    vi.setSystemTime(at('10:00'));
    const scans = (door: string) => one.call('checkIn', { id: body.id, door });
    expect((await scans(old)).refusal?.code).toBe('OTHER_DOOR');
    expect((await scans(fresh)).status).toBe(200);
  });
});
