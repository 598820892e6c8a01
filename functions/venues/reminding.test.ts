import type { Template } from '@niangjia/shared/messages/reminder';
import { DAY, HOUR, instantOf, MINUTE } from '@niangjia/shared/time';
import { firstVenuesPolicy } from '@niangjia/shared/venues/policy';
import type { Venue } from '@niangjia/shared/venues/venue';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { newKey } from '../../dev/api.ts';
import { type Arrived, standInTemplates } from '../../dev/wechatMessages.ts';
import { changes, following } from '../../proof/changes.ts';
import { member, openedVenue } from '../../proof/venues/house.ts';
import { type Actor, staffActor } from '../../proof/world.ts';
import { slotsDue } from '../booking/slots.ts';
import { main as deliver } from '../delivery.ts';
import { putVenuesPolicy } from '../policies.ts';
import { seed } from '../seed.ts';
import { subscriptionOf } from '../subscriptions.ts';
import { tick } from './tick.ts';

/** What WeChat tells a member of a booking, of what they allowed with the tap that asked for it. */

const settled = following();
const today = '2026-11-25';
const at = (clock: string) => instantOf(today, clock);
let people = 700;
let venue: Venue;
let keeper: Actor;
let one: Actor & { openid: string };
let other: Actor & { openid: string };

const standIn = async (path: string, body?: object) => {
  const init = body && { method: 'POST', body: JSON.stringify(body) };
  return (await fetch(`${process.env.WECHAT_URL}/standin/${path}`, init)).json();
};
async function somebody() {
  const openid = `venue-member-${people}`;
  return { ...(await member(people++)), openid };
}
/** They tap and accept: WeChat knows first, and the phone sends it along. */
async function accepts({ openid }: { openid: string }, templates: readonly Template[]): Promise<Template[]> {
  for (const template of templates)
    await standIn('subscriptions', { openid, template: standInTemplates[template] });
  return [...templates];
}
const arrived = async ({ openid }: { openid: string }): Promise<Arrived[]> =>
  (await standIn(`messages?openid=${openid}`)).messages;
const left = async ({ id }: Actor, template: Template) => (await subscriptionOf(id, template))?.left;
/** Both functions behind the stream do all there is to do by now, more than once. */
async function streamed(): Promise<void> {
  await settled();
  const Records = (await changes()).filter(({ dynamodb }) =>
    [one, other].some(({ id }) => dynamodb?.Keys?.pk?.S === `PERSON#${id}`),
  );
  await deliver({ Records });
  await deliver({ Records });
  await settled();
}
const slot = (clock: string) => ({ venue: venue.id, room: venue.rooms[0]?.id ?? '', start: at(clock) });
const forBooking = ['bookingSoon', 'bookingOff'] as const;
const forWaiting = ['placeHeld', ...forBooking] as const;

beforeAll(async () => {
  vi.setSystemTime(at('12:00'));
  await seed();
  keeper = await staffActor('tianyu');
});
afterAll(() => {
  vi.useRealTimers();
});
beforeEach(async () => {
  vi.setSystemTime(at('12:00'));
  venue = await openedVenue(1);
  [one, other] = [await somebody(), await somebody()];
});

/** Somebody books, and the keeper takes it away again. */
async function cancelled(remind: Template[]): Promise<void> {
  const { body, refusal } = await one.call('bookSlot', { ...slot('18:00'), remind });
  expect(refusal).toBeUndefined();
  await settled();
  vi.setSystemTime(at('12:01'));
  await keeper.call('cancelFor', { ...slot('18:00'), id: body.id, reason: 'repair' });
  await streamed();
}
const off = (clock: string) => ({
  touser: one.openid,
  template_id: standInTemplates.bookingOff,
  page: `venues/day?venue=${venue.id}&day=${today}`,
  data: {
    thing1: { value: '乒乓球 1 号台 新街口职工之家' },
    phrase2: { value: '取消了' },
    time3: { value: `2026年11月25日 ${clock}` },
    thing4: { value: '设施要维修，很抱歉' },
  },
});

describe('a booking that a keeper cancels', () => {
  it('is told in WeChat too, once, with its name', async () => {
    await cancelled(await accepts(one, forBooking));
    expect(await arrived(one)).toEqual([off('18:00')]);
    expect([await left(one, 'bookingOff'), await left(one, 'bookingSoon')]).toEqual([0, 1]);
  });

  it('is in the inbox alone where nothing was allowed', async () => {
    await cancelled([]);
    expect(await arrived(one)).toEqual([]);
    expect((await one.call('listMessages', {})).body.messages).toHaveLength(1);
  });

  it('is in the inbox alone where WeChat knows of no consent any more, and none is counted', async () => {
    const remind = await accepts(one, forBooking);
    await standIn('subscriptions', { openid: one.openid, template: standInTemplates.bookingOff, times: 0 });
    await cancelled(remind);
    expect(await arrived(one)).toEqual([]);
    expect(await subscriptionOf(one.id, 'bookingOff')).toMatchObject({ left: 0, refused: true });
    expect((await one.call('listMessages', {})).body.messages).toHaveLength(1);
  });
});

describe('who waits', () => {
  it('is told of the place that is held, and then of what they took', async () => {
    const { body } = await one.call('bookSlot', slot('18:00'));
    const remind = await accepts(other, forWaiting);
    const wait = await other.call('waitForSlot', { ...slot('18:00'), remind });
    await settled();
    vi.setSystemTime(at('12:01'));
    await one.call('cancelBooking', { id: body.id });
    await streamed();
    await other.call('acceptOffer', { id: wait.body.id });
    vi.setSystemTime(at('16:00'));
    await tick(Date.now());
    await streamed();
    const said = (await arrived(other)).map(({ page, data }) => [page, data.phrase2?.value]);
    expect(said).toEqual([
      ['venues/bookings', '给您留着'],
      ['venues/bookings', '快开始了'],
    ]);
    expect(await left(other, 'bookingOff')).toBe(1);
  });
});

describe('what was allowed', () => {
  it('is counted once for a tap, however often its request is sent', async () => {
    const key = newKey();
    for (const _ of [1, 2, 3])
      await one.call('bookSlot', { ...slot('18:00'), remind: [...forBooking] }, { key });
    await settled();
    expect(await left(one, 'bookingOff')).toBe(1);
  });

  it('counts too where the slot was lost, since it was allowed', async () => {
    await other.call('bookSlot', slot('18:00'));
    const { refusal } = await one.call('bookSlot', { ...slot('18:00'), remind: [...forBooking] });
    expect(refusal?.code).toBe('SLOT_TAKEN');
    await settled();
    expect(await left(one, 'bookingOff')).toBe(1);
  });

  it('is not counted again when the calendar changes days later', async () => {
    const remind = [...forBooking];
    await one.call('bookSlot', { ...slot('18:00'), start: at('18:00') + 5 * DAY, remind });
    await settled();
    vi.setSystemTime(at('12:00') + 3 * DAY);
    const later = await one.call('bookSlot', { ...slot('17:00'), start: at('17:00') + 5 * DAY, remind });
    await settled();
    vi.setSystemTime(at('12:00') + 3 * DAY + HOUR);
    await one.call('cancelBooking', { id: later.body.id });
    await settled();
    expect(await left(one, 'bookingOff')).toBe(2);
  });

  it('is of three things at most', async () => {
    const remind: Template[] = [...forWaiting, 'decision'];
    const { refusal } = await one.call('bookSlot', { ...slot('18:00'), remind });
    expect(refusal?.code).toBe('INVALID');
  });
});

describe('a policy that reminds later, from a quarter past four on', () => {
  const soons = async (who: Actor) =>
    (await who.call('listMessages', {})).body.messages
      .filter(({ title }) => title === '您订的场馆快开始了')
      .map(({ at: told }) => told);
  const tickAt = async (clock: string) => {
    vi.setSystemTime(at(clock));
    await tick(Date.now());
    await settled();
  };
  const isDue = async (clock: string) =>
    (await slotsDue(at(clock))).some(({ room }) => room === venue.rooms[0]?.id);

  beforeAll(() =>
    putVenuesPolicy({
      ...firstVenuesPolicy,
      ...{ version: 2, effectiveFrom: at('16:15'), remindBefore: 30 * MINUTE },
    }),
  );

  it('tells nobody again whom the one before has told', async () => {
    await one.call('bookSlot', slot('18:00'));
    await tickAt('16:00');
    expect(await soons(one)).toEqual([at('16:00')]);
    // The stream tells of the slot again, as of every change.
    vi.setSystemTime(at('16:20'));
    expect((await other.call('waitForSlot', slot('18:00'))).status).toBe(200);
    await settled();
    await tickAt('17:30');
    expect(await soons(one)).toEqual([at('16:00')]);
  });

  it('leaves what it puts off no longer first in the list of what is due', async () => {
    await one.call('bookSlot', slot('18:00'));
    expect(await isDue('16:00')).toBe(true);
    // The tick of four, late: nothing is to be done by then.
    await tickAt('17:00');
    expect([await isDue('17:29'), await isDue('17:30')]).toEqual([false, true]);
    await tickAt('17:30');
    expect(await soons(one)).toEqual([at('17:30')]);
  });
});
