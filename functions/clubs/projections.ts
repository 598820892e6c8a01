import type { Instant } from '@niangjia/shared/time';
import type { Item } from '../table.ts';
import { projectMoney } from './money/projectMoney.ts';
import { projectActivities } from './projectActivities.ts';
import { projectWall } from './wall/projectWall.ts';

/** One changed item of clubs; told twice or late it comes out the same. */
export async function projectClubs(item: Item, now: Instant): Promise<void> {
  await projectActivities(item, now);
  await projectMoney(item, now);
  await projectWall(item, now);
}
