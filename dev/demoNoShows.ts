import { castVenues } from '@niangjia/shared/castVenues';
import { DAY, dayOf, type Instant, instantOf, MINUTE } from '@niangjia/shared/time';
import { recordNoShow } from '@niangjia/shared/venues/calendar';
import { venues } from '@niangjia/shared/venues/contract';
import { tick } from '@niangjia/shared/venues/due';
import { firstVenuesPolicy as policy } from '@niangjia/shared/venues/policy';
import { personOf } from '../functions/accounts.ts';
import { changeSlot, getSlot, placeInTime, takePlace } from '../functions/booking/slots.ts';
import { changeCalendar, getCalendar } from '../functions/calendars.ts';
import { newId } from '../functions/secrets.ts';
import { type Caller, callAs } from './client.ts';
import { somebody } from './demoAudit.ts';
import { openidOf } from './wechatCodes.ts';

/** No-shows of the last days, which nobody can make through the API: some appealed against, one that ends in a ban. */

const { id: venue, rooms } = castVenues.xinjiekouHome;

/** Somebody booked and did not come, as the stream and the tick leave it; the no-show's id. */
async function missed(person: string, name: string, start: Instant): Promise<string> {
  const room = rooms.find((known) => known.name === name);
  if (!room) throw new Error(`no room ${name}`);
  const [id, at] = [newId(), start + policy.checkInAfter + 1];
  const noShow = { id, what: 'slot', of: room.id, venue, start, at, by: 'system' } as const;
  await changeCalendar(await getCalendar(person), (calendar) => recordNoShow(calendar, noShow));
  const slot = placeInTime(room, { start, end: start + room.slotMinutes * MINUTE });
  await takePlace(slot, { id, person, at: start - DAY, state: 'confirmed', policy: policy.version }, at);
  await changeSlot(await getSlot(slot), policy, at, (current) => tick(current, policy, at));
  return id;
}

interface Person {
  readonly person: string;
  readonly worker: Caller;
}

/** Whether somebody has any already: then nothing is added. */
async function hasMissed({ worker }: Person): Promise<boolean> {
  return (await worker(venues.listNoShows, {})).noShows.length > 0;
}

export async function loadNoShows(api: string, now: Instant): Promise<void> {
  const cast = async (who: 'hanlei' | 'zhaomin') => ({
    person: await personOf(openidOf(who)),
    worker: await callAs(api, who),
  });
  const ago = (days: number, clock: string) => instantOf(dayOf(now - days * DAY), clock);
  const [hanlei, zhaomin, other] = [await cast('hanlei'), await cast('zhaomin'), await somebody(api, 6)];
  if (!(await hasMissed(zhaomin))) await missed(zhaomin.person, '阅览室', ago(4, '13:00'));
  if (!(await hasMissed(other))) {
    const id = await missed(other.person, '乒乓球 3 号台', ago(2, '19:00'));
    await other.worker(venues.appealNoShow, { id, words: '下雨路上堵，晚到了二十分钟' });
  }
  if (await hasMissed(hanlei)) return;
  await missed(hanlei.person, '乒乓球 1 号台', ago(9, '18:00'));
  const id = await missed(hanlei.person, '乒乓球 2 号台', ago(1, '19:00'));
  await hanlei.worker(venues.appealNoShow, { id, words: '我到了，门口的码被水泡了扫不出来' });
}
