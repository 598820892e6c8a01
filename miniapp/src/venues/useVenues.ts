import type { ResponseOf } from '@niangjia/shared/contract';
import type { venues } from '@niangjia/shared/venues/contract';
import { useEffect, useRef, useState } from 'react';
import { useAnswer } from '../useAnswer.ts';
import { venuesApi } from './venuesApi.ts';

export type VenueRow = ResponseOf<typeof venues.listVenues>['venues'][number];

/** The city's venues, a page after the other: what is there is shown while the rest comes. */
export function useVenues() {
  const [cursor, setCursor] = useState<string>();
  const before = useRef<readonly VenueRow[]>([]);
  const asked = useAnswer(async () => {
    const page = await venuesApi.listVenues({ cursor });
    before.current = [...before.current, ...page.venues];
    return { venues: before.current, next: page.cursor };
  }, cursor ?? '');
  const next = asked.answer?.next;
  useEffect(() => {
    if (next) setCursor(next);
  }, [next]);
  return asked;
}
