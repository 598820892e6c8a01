import { orgs } from '@niangjia/shared/cast';
import { castVenues } from '@niangjia/shared/castVenues';
import { DAY, dayOf, HOUR, type Instant, instantOf } from '@niangjia/shared/time';
import { venues } from '@niangjia/shared/venues/contract';
import { keeping } from '@niangjia/shared/venues/keeperContract';
import { personOf } from '../functions/accounts.ts';
import { putGroup } from '../functions/booking/groups.ts';
import { type Caller, callAs } from './client.ts';
import { becomeMember } from './demoApplications.ts';
import { somebody } from './demoAudit.ts';
import { loadNoShows } from './demoNoShows.ts';
import { openidOf } from './wechatCodes.ts';

/** Bookings in a running stack, from tomorrow on, so that they stand whatever the hour. */

const { id: venue, rooms } = castVenues.xinjiekouHome;
const group = 'xJ2m0cJm3kq1aT8vYw5ZlQ';

/** A slot of the house's, so many days from now. */
const slotOf = (now: Instant) => (name: string, clock: string, days: number) => ({
  venue,
  room: rooms.find((room) => room.name === name)?.id ?? '',
  start: instantOf(dayOf(now + days * DAY), clock),
});
type At = ReturnType<typeof slotOf>;

/** Whether somebody still wishes for something then: they have nothing, and may book. */
async function wishesFor(member: Caller, { start }: { start: Instant }): Promise<boolean> {
  const { bookings, bannedUntil } = await member(venues.listBookings, {});
  return bannedUntil === undefined && !bookings.some((booking) => booking.start === start);
}

/** Tomorrow's evening is full, by people who are nobody of the cast; the last of them gives a place back. */
async function fillEvening(api: string, at: At): Promise<() => Promise<void>> {
  const wishes = [
    at('乒乓球 2 号台', '19:00', 1),
    at('乒乓球 3 号台', '19:00', 1),
    at('乒乓球 1 号台', '20:00', 1),
    at('乒乓球 3 号台', '20:00', 1),
    at('乒乓球 2 号台', '20:00', 1),
  ];
  let giveBack = async () => {};
  for (const [number, slot] of wishes.entries()) {
    const { worker } = await somebody(api, number);
    // Whoever gave a place back before wishes for nothing again; the first of them still has theirs.
    if (!(await wishesFor(worker, slot))) return async () => {};
    const { id } = await worker(venues.bookSlot, slot);
    giveBack = async () => void (await worker(venues.cancelBooking, { id }));
  }
  return giveBack;
}

/** A group, which its keeper has registered. */
async function registerGroup(now: Instant): Promise<void> {
  const [leader, by] = [await personOf(openidOf('linxiu')), await personOf(openidOf('tianyu'))];
  const named = { by, at: now, authority: '工发〔2026〕2号' };
  const { kind: _, ...org } = orgs.xinjiekouJoint;
  await putGroup({ id: group, version: 1, org, name: '新街口乒乓球小组', leader, named, accepted: [] });
}

/** A leader with bookings of their own and of their group, one of which a keeper then closes. */
async function loadLeader(api: string, at: At): Promise<void> {
  const leader = await callAs(api, 'linxiu');
  const [first, second] = [at('乒乓球 1 号台', '18:00', 1), at('乒乓球 1 号台', '19:00', 1)];
  if (!(await wishesFor(leader, first))) return;
  for (const slot of [first, second]) await leader(venues.bookSlot, slot);
  const { bookings } = await leader(venues.listBookings, {});
  if (bookings.length > 2) return;
  const [reading, weekly] = [at('阅览室', '13:00', 2), at('乒乓球 3 号台', '10:00', 3)];
  await leader(venues.bookSlot, reading);
  await leader(venues.bookWeekly, { group, ...weekly, until: dayOf(weekly.start + 21 * DAY) });
  const keeper = await callAs(api, 'tianyu');
  const { start: from, room } = reading;
  await keeper(keeping.closeRoom, { venue, room, from, until: from + 4 * HOUR, reason: 'event' });
}

/** A court and a place in the reading room, a meeting room that waits for its keeper, and a line. */
const wishes = (at: At) =>
  [
    {
      who: 'hanlei',
      books: [at('乒乓球 3 号台', '18:00', 1), at('阅览室', '13:00', 1)],
      waits: [at('乒乓球 1 号台', '19:00', 1)],
    },
    {
      who: 'zhaomin',
      books: [at('乒乓球 2 号台', '18:00', 1), at('会议室', '10:00', 1)],
      waits: [at('乒乓球 1 号台', '19:00', 1), at('乒乓球 2 号台', '20:00', 1)],
    },
  ] as const;

/** Loads what the house's pages show: a full evening, a line, an offer, requests, a closed afternoon, no-shows, appeals. */
export async function loadBookings(api: string, now: Instant): Promise<void> {
  const at = slotOf(now);
  await registerGroup(now);
  for (const who of ['linxiu', 'hanlei', 'zhaomin'] as const) await becomeMember(api, who);
  await loadLeader(api, at);
  const giveBack = await fillEvening(api, at);
  for (const { who, books, waits } of wishes(at)) {
    const member = await callAs(api, who);
    const [first] = books;
    if (!first || !(await wishesFor(member, first))) continue;
    for (const slot of books) await member(venues.bookSlot, slot);
    for (const slot of waits) await member(venues.waitForSlot, slot);
  }
  // At night it is offered in the morning.
  await giveBack();
  await loadNoShows(api, now);
}
