import { orgs } from '@niangjia/shared/cast';
import { castVenues } from '@niangjia/shared/castVenues';
import type { RequestOf } from '@niangjia/shared/contract';
import { DAY, dayOf, type Instant, instantOf } from '@niangjia/shared/time';
import { venues } from '@niangjia/shared/venues/contract';
import { personOf } from '../functions/accounts.ts';
import { getGroup, putGroup } from '../functions/venues/groups.ts';
import { callAs } from './client.ts';
import { becomeMember, type Worker } from './demoApplications.ts';
import { openidOf } from './wechatCodes.ts';

/** Bookings in a running stack, all of them tomorrow, so that they stand whatever the hour. */

type Where = RequestOf<typeof venues.bookSlot>;
interface Wishes {
  readonly who: Worker;
  readonly books: readonly Where[];
  readonly waits: readonly Where[];
}

/** Two courts and a place in the reading room, a meeting room that waits for its keeper, and a line. */
function wishes(day: string): Wishes[] {
  const { id: venue, rooms } = castVenues.xinjiekouHome;
  const at = (name: string, clock: string): Where => ({
    venue,
    room: rooms.find((room) => room.name === name)?.id ?? '',
    start: instantOf(day, clock),
  });
  return [
    { who: 'linxiu', books: [at('乒乓球 1 号台', '18:00'), at('乒乓球 1 号台', '19:00')], waits: [] },
    {
      who: 'hanlei',
      books: [at('乒乓球 3 号台', '18:00'), at('阅览室', '13:00')],
      waits: [at('乒乓球 1 号台', '19:00')],
    },
    {
      who: 'zhaomin',
      books: [at('乒乓球 2 号台', '18:00'), at('会议室', '10:00')],
      waits: [at('乒乓球 1 号台', '19:00')],
    },
  ];
}

/** Books for the demo's members; who has something ahead already wishes for nothing more. */
export async function loadBookings(api: string, now: Instant): Promise<void> {
  const leader = await personOf(openidOf('linxiu'));
  const { kind: _, ...org } = orgs.xinjiekouJoint;
  const id = 'xJ2m0cJm3kq1aT8vYw5ZlQ';
  if (!(await getGroup(id))) {
    const named = { by: await personOf(openidOf('tianyu')), at: now, authority: '工发〔2026〕2号' };
    await putGroup({ id, version: 1, org, name: '新街口乒乓球小组', leader, named, accepted: [] });
  }
  for (const { who, books, waits } of wishes(dayOf(now + DAY))) {
    await becomeMember(api, who);
    const member = await callAs(api, who);
    const { bookings } = await member(venues.listBookings, {});
    if (bookings.length > 0) continue;
    for (const slot of books) await member(venues.bookSlot, slot);
    for (const slot of waits) await member(venues.waitForSlot, slot);
  }
}
