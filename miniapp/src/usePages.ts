import { useState } from 'react';
import type { Refused } from './api/refused.ts';
import { useWide } from './ui/wide.ts';
import { useAnswer } from './useAnswer.ts';
import { useDeed } from './useDeed.ts';

/** Rows on a phone at first, and with each 再看. */
const AT_ONCE = 10;

/** A list that is read page after page, for as long as it is about the same. */
export interface Pages<Answer, Row> {
  /** The first page's answer: what it says beside the rows. */
  readonly first: Answer | undefined;
  /** Undefined until the first page is there. */
  readonly rows: readonly Row[] | undefined;
  /** More is behind what was read. */
  readonly rest: boolean;
  /** As many as there is room for. */
  readonly shown: (rows: readonly Row[]) => readonly Row[];
  /** Shows or reads on; undefined at the end. */
  readonly readOn: (() => void) | undefined;
  readonly busy: boolean;
  readonly refused: Refused | undefined;
  readonly again: () => void;
}

/** Reads a list's first page whenever `key` changes, and the next ones when asked to. */
export function usePages<Answer extends { readonly cursor?: string | undefined }, Row>(
  load: (cursor?: string) => Promise<Answer>,
  rowsOf: (answer: Answer) => readonly Row[],
  key: string,
): Pages<Answer, Row> {
  const asked = useAnswer(async () => ({ key, answer: await load() }), key);
  const [beyond, setBeyond] = useState<{ key: string; rows: readonly Row[]; cursor: string | undefined }>();
  const [most, setMost] = useState({ key, rows: AT_ONCE });
  const more = useDeed();
  const wide = useWide();
  // What was asked about something else is not shown as the answer to this.
  const first = asked.answer?.key === key ? asked.answer.answer : undefined;
  const mine = beyond?.key === key ? beyond : undefined;
  const cursor = mine ? mine.cursor : first?.cursor;
  const rows = first && [...rowsOf(first), ...(mine?.rows ?? [])];
  // A desk has room for all of them, and so has paper.
  const room = wide ? Number.POSITIVE_INFINITY : most.key === key ? most.rows : AT_ONCE;
  const toShow = () => setMost({ key, rows: room + AT_ONCE });
  const toRead = () =>
    void more.run(async () => {
      const page = await load(cursor);
      setBeyond({ key, rows: [...(mine?.rows ?? []), ...rowsOf(page)], cursor: page.cursor });
      toShow();
    });
  return {
    first,
    rows,
    rest: cursor !== undefined,
    shown: (all) => all.slice(0, room),
    readOn: rows && rows.length > room ? toShow : cursor === undefined ? undefined : toRead,
    busy: more.busy,
    refused: asked.refused ?? more.refused,
    again: () => {
      more.clear();
      setBeyond(undefined);
      asked.again();
    },
  };
}
