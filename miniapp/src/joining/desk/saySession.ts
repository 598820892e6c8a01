import { occupationGroups } from '@niangjia/shared/codes';
import type { ResponseOf } from '@niangjia/shared/contract';
import type { joining } from '@niangjia/shared/joining/contract';
import { whyNotScan } from '@niangjia/shared/joining/session';
import { clockOf, dayOf, type Instant, sayTime } from '@niangjia/shared/time';
import { sessionsTexts as texts } from './sessions.text.ts';

/** A worker session. */
export type Session = ResponseOf<typeof joining.listSessions>['sessions'][number];
/** Where a session stands: its poster can be scanned a while before it starts and after it ends. */
export type Stage = 'on' | 'soon' | 'later' | 'over';

/** Where a session stands now. */
export function stageOf(session: Pick<Session, 'startsAt' | 'endsAt'>, now: Instant): Stage {
  if (now >= session.startsAt && now <= session.endsAt) return 'on';
  const why = whyNotScan(session, now);
  if (why === 'POSTER_EARLY') return 'later';
  return now < session.startsAt ? 'soon' : 'over';
}

/** `今天 周日 12:30–14:00`. */
export function sayTimes({ startsAt, endsAt }: Pick<Session, 'startsAt' | 'endsAt'>, now: Instant): string {
  const end = dayOf(startsAt) === dayOf(endsAt) ? clockOf(endsAt) : sayTime(endsAt, now);
  return `${sayTime(startsAt, now)}–${end}`;
}

/** Whom a session is meant for: `快递员、外卖员`. */
export function sayOccupations({ occupations }: Pick<Session, 'occupations'>): string {
  return occupations.map((group) => occupationGroups[group].name).join('、') || texts.everyone;
}
