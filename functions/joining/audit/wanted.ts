import type { OrgPath } from '@niangjia/shared/roles';
import { DAY, type Instant, instantOf } from '@niangjia/shared/time';
import { holderOf } from '../../cards.ts';

/** What a search asks for, as it comes from the API. */
export interface Search {
  readonly org: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly by?: string | undefined;
  readonly person?: string | undefined;
  readonly cardNumber?: string | undefined;
}

/** The period of a search, its last day included. */
export const periodOf = ({ from, to }: Search): { from?: Instant; until?: Instant } => ({
  ...(from ? { from: instantOf(from, '00:00') } : {}),
  ...(to ? { until: instantOf(to, '00:00') + DAY } : {}),
});

/** The person a search is about; null where there is nobody with such a card. */
export async function personOf({ person, cardNumber }: Search): Promise<string | undefined | null> {
  if (!cardNumber) return person;
  const holder = await holderOf(cardNumber);
  return holder && (!person || person === holder) ? holder : null;
}

/** Of what is recorded of one person, what is at a node and below it and fits the rest of the search. */
export function fitting<R extends { org: { path: OrgPath }; at: Instant; by: string }>(
  records: readonly R[],
  search: Search,
  path: OrgPath,
): R[] {
  const { from = 0, until = Number.POSITIVE_INFINITY } = periodOf(search);
  return records.filter(
    ({ org, at, by }) =>
      org.path.startsWith(path) && at >= from && at < until && (!search.by || search.by === by),
  );
}
