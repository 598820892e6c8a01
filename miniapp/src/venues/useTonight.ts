import type { ResponseOf } from '@niangjia/shared/contract';
import { dayOf } from '@niangjia/shared/time';
import type { venues } from '@niangjia/shared/venues/contract';
import type { RoomKind } from '@niangjia/shared/venues/room';
import { useEffect, useState } from 'react';
import { useDeed } from '../useDeed.ts';
import type { VenueRow } from './useVenues.ts';
import { venuesApi } from './venuesApi.ts';

export type Free = ResponseOf<typeof venues.listFree>['venues'][number];

const EVENING = '17:00';
const AT_A_TIME = 8;

/** Which of the venues at the top of a list have places left this evening, a few of them at a time. */
export function useTonight(list: readonly VenueRow[], kind: RoomKind | undefined) {
  const [on, turn] = useState(false);
  const [seen, setSeen] = useState<{ upTo: number; free: readonly Free[] }>();
  const asking = useDeed();
  const look = (before: { upTo: number; free: readonly Free[] }) =>
    asking.run(async () => {
      const wanted = list.slice(before.upTo, before.upTo + AT_A_TIME).map(({ id }) => id);
      if (wanted.length === 0) return setSeen(before);
      const answer = await venuesApi.listFree({
        venues: wanted.join(','),
        day: dayOf(Date.now()),
        from: EVENING,
        kind,
      });
      setSeen({ upTo: before.upTo + wanted.length, free: [...before.free, ...answer.venues] });
    });
  // Another order or choice of venues is another question.
  const question = on ? `${kind} ${list.map(({ id }) => id).join()}` : '';
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again for another question alone
  useEffect(() => {
    setSeen(undefined);
    if (question) void look({ upTo: 0, free: [] });
  }, [question]);
  return {
    on,
    turn,
    seen,
    refused: asking.refused,
    /** Looks at the next few; nothing to look at any more when absent. */
    goOn: seen && seen.upTo < list.length ? () => look(seen) : undefined,
    again: () => look(seen ?? { upTo: 0, free: [] }),
  };
}
