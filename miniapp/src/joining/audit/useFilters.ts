import { Purpose, Searched } from '@niangjia/shared/audit/record';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { keepInAddress } from '../../keepInAddress.ts';

const isDay = (value: string) => /^\d{4}-\d\d-\d\d$/.test(value);
const isId = (value: string) => value.length > 0 && value.length <= 40;

/** What a search can be narrowed to, by its name in the page's address, and what may stand there. */
const kinds = {
  node: isId,
  from: isDay,
  to: isDay,
  by: isId,
  person: isId,
  outcome: (value: string) => Searched.options.some((one) => one === value),
  purpose: (value: string) => Purpose.options.some((one) => one === value),
};
type FilterName = keyof typeof kinds;
const names = Object.keys(kinds) as FilterName[];

export type Filters = { readonly [name in FilterName]?: string | undefined };

/**
 * What the list is narrowed to: in the page's address, so that it survives a reload and can be passed on.
 * People stand there by id; a card's number, which people know each other by, does not.
 */
export function useFilters() {
  const { params } = useRouter();
  const [filters, set] = useState<Filters>(() =>
    Object.fromEntries(
      names.flatMap((name) => {
        const asked = params[name];
        return asked !== undefined && kinds[name](asked) ? [[name, asked]] : [];
      }),
    ),
  );
  return {
    filters,
    narrow: (next: Filters) => {
      set({ ...filters, ...next });
      for (const [name, value] of Object.entries(next)) keepInAddress(name, value ?? '');
    },
    clear: () => {
      set({});
      for (const name of names) keepInAddress(name, '');
    },
  };
}
export type Narrowing = ReturnType<typeof useFilters>;
