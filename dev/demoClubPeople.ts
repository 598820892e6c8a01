import { orgs, type staff, type workers } from '@niangjia/shared/cast';
import { DAY, dayOf, type Instant, instantOf } from '@niangjia/shared/time';
import { personOf } from '../functions/accounts.ts';
import { openidOf } from './wechatCodes.ts';

/** Who and when, for the clubs of the demo. */

const { kind: _, ...union } = orgs.xinjiekouJoint;
/** The union whose clubs they are. */
export const clubOrg = union;

/** Somebody of the cast. */
export const castPerson = (name: keyof typeof workers | keyof typeof staff): Promise<string> =>
  personOf(openidOf(name));

/** One of the crowd that joined elsewhere, by number. */
export const crowdPerson = (number: number): Promise<string> => personOf(openidOf(`crowd-${number}`));

/** A time of the day so many days ago; of one to come with fewer than none. */
export const daysAgo = (now: Instant, days: number, clock: string): Instant =>
  instantOf(dayOf(now - days * DAY), clock);

/** On what a decision of staff rests in the demo. */
export const AUTHORITY = '工发〔2026〕1号';
/** A reviewer's word at a moment. */
export const saidBy = (by: string, at: Instant) =>
  ({ by, role: 'clubReviewer', authority: AUTHORITY, at }) as const;
