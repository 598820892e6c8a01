import { clubMoney } from '@niangjia/shared/clubs/moneyContract';
import type { Instant } from '@niangjia/shared/time';
import { callAs } from './client.ts';
import { becomeMember } from './demoApplications.ts';
import { askAndBudget, countWithAnomalies, declareAhead, holdYesterday } from './demoClubsNow.ts';
import { basketball, loadPast, putDemoClub, reading } from './demoClubsPast.ts';
import { loadWall } from './demoWall.ts';

/** Loads what the pages of clubs show: two clubs with half a year behind them, points, money, the wall, and work for staff. */
export async function loadClubs(api: string, now: Instant): Promise<void> {
  await becomeMember(api, 'liuyu');
  const [readers, players] = [await putDemoClub(reading, now), await putDemoClub(basketball, now)];
  await loadPast(players, basketball.past, now);
  // The second hundred waits for its reviewer.
  if (await loadPast(readers, reading.past, now))
    await (await callAs(api, 'liuyu'))(clubMoney.redeemPoints, { club: readers.id, points: 100 });
  await holdYesterday(readers, now);
  const waiting = await countWithAnomalies(readers, now);
  await loadWall(api, { reading: readers, basketball: players, waiting });
  await declareAhead(api, readers, players, now);
  await askAndBudget(api, now);
}
