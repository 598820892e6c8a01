import type { clubDesk } from '@niangjia/shared/clubs/deskContract';
import type { ResponseOf } from '@niangjia/shared/contract';
import { SECOND } from '@niangjia/shared/time';
import { sayMetres } from '../../say.ts';
import { activityTexts as texts } from './activity.text.ts';

export type Kept = ResponseOf<typeof clubDesk.getKeptActivity>;
export type AttendeeRow = Kept['attendees'][number];
type Anomaly = NonNullable<Kept['counted']>['anomalies'][number];

/** The shortest span in which so many of them checked in, in milliseconds. */
export function tightest(times: readonly number[], people: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  const spans = sorted.slice(people - 1).map((at, i) => at - (sorted[i] ?? at));
  return spans.length > 0 ? Math.min(...spans) : 0;
}

/** What is odd, with how many: worked out from those who came, so that a reviewer finds them in the table. */
export function sayAnomaly({ kind, people }: Anomaly, attendees: readonly AttendeeRow[]): string {
  switch (kind) {
    case 'crowd': {
      const times = attendees.flatMap(({ cameAt }) => cameAt ?? []);
      return texts.crowd(people, Math.max(1, Math.ceil(tightest(times, people) / SECOND)));
    }
    case 'far': {
      const metres = attendees.flatMap(({ where, metres }) => (where === 'far' ? (metres ?? []) : []));
      return texts.far(people, sayMetres(Math.min(...metres)));
    }
    case 'denied':
      return texts.denied(people);
    case 'sameCircle':
      return texts.sameCircle(people);
  }
}
