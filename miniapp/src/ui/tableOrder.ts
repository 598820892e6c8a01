import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { keepInAddress } from '../keepInAddress.ts';

/** One column of a table. */
export interface Column<Row> {
  /** What it is called in the page's address. */
  readonly key: string;
  /** What stands above it. */
  readonly name: string;
  /** Which of two rows comes first when they are put in its order; absent where that says nothing. */
  readonly compare?: (a: Row, b: Row) => number;
  /** On the screen only: what is printed cannot be pressed. */
  readonly screenOnly?: boolean;
}

/** In which order a table stands: as it came, or by one of its columns. */
export interface Order<Row> {
  readonly by: string | undefined;
  readonly down: boolean;
  /** The rows in this order. */
  readonly sorted: (rows: readonly Row[]) => readonly Row[];
  /** By this column; again, the other way round; once more, as it came. */
  readonly turn: (key: string) => void;
}

/** Compares two texts as a Chinese register does, by pinyin. */
export const byText = (a: string, b: string) => a.localeCompare(b, 'zh-CN');

const inAddress = (by: string | undefined, down: boolean) => (by ? `${down ? '-' : ''}${by}` : '');

/** The order of a table, kept in the page's address as `sort=wait`, or `sort=-wait` the other way round. */
export function useOrder<Row>(columns: readonly Column<Row>[]): Order<Row> {
  const asked = useRouter().params.sort ?? '';
  const [said, setSaid] = useState(asked);
  const down = said.startsWith('-');
  const column = columns.find(({ key, compare }) => compare && key === said.replace(/^-/, ''));
  const by = column?.key;
  const compare = column?.compare;
  return {
    by,
    down,
    sorted: (rows) => (compare ? [...rows].sort((a, b) => (down ? -compare(a, b) : compare(a, b))) : rows),
    turn: (key) => {
      const next = by !== key ? inAddress(key, false) : down ? '' : inAddress(key, true);
      setSaid(next);
      keepInAddress('sort', next);
    },
  };
}
