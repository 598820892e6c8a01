import type { ResponseOf } from '@niangjia/shared/contract';
import { dayOf, MINUTE } from '@niangjia/shared/time';
import type { keeping } from '@niangjia/shared/venues/keeperContract';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { OrgChoice } from '../../desk/duty.ts';
import { keepInAddress } from '../../keepInAddress.ts';
import { useAnswer } from '../../useAnswer.ts';
import { useRefreshed } from '../../useRefreshed.ts';
import { keeperApi } from './keeperApi.ts';

export type KeptVenue = ResponseOf<typeof keeping.listKeptVenues>['venues'][number];
export type KeptDay = ResponseOf<typeof keeping.getKeptDay>;
export type KeptRoom = KeptDay['rooms'][number];
export type KeptSlot = KeptRoom['slots'][number];
export type KeptPlace = KeptSlot['places'][number];

/** All venues of one's unions; a page of the city's may hold none of them. */
async function venuesOf(homes: readonly OrgChoice[]): Promise<KeptVenue[]> {
  const found = new Map<string, KeptVenue>();
  for (const { id: org } of homes) {
    let cursor: string | undefined;
    do {
      const page = await keeperApi.listKeptVenues({ org, cursor });
      for (const venue of page.venues) found.set(venue.id, venue);
      cursor = page.cursor;
    } while (cursor !== undefined);
  }
  return [...found.values()];
}

/** The venues somebody keeps and the one they look at, kept in the address. */
export function useKeptVenues(homes: readonly OrgChoice[]) {
  const [wanted, want] = useState(useRouter().params.venue);
  const { answer, refused, again } = useAnswer(() => venuesOf(homes), homes.map(({ id }) => id).join());
  const venue = answer?.find(({ id }) => id === wanted) ?? answer?.[0];
  const choose = (id: string) => {
    want(id);
    keepInAddress('venue', id);
  };
  return { venues: answer, venue, choose, refused, again };
}

/** A day of a venue, asked again every half minute while somebody looks. */
export function useKeptDay(venue: string | undefined) {
  const [day, setDay] = useState(useRouter().params.day ?? dayOf(Date.now()));
  const asked = useRefreshed(
    async () => (venue ? { day, ...(await keeperApi.getKeptDay({ venue, day })) } : undefined),
    `${venue} ${day}`,
    MINUTE / 2,
  );
  const choose = (next: string) => {
    setDay(next);
    keepInAddress('day', next);
  };
  const there = asked.answer;
  const isThere = there?.day === day && there.venue.id === venue;
  return { ...asked, day, choose, there: isThere ? there : undefined };
}
