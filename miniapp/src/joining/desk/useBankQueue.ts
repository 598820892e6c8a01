import type { ResponseOf } from '@niangjia/shared/contract';
import type { joining } from '@niangjia/shared/joining/contract';
import { useState } from 'react';
import type { Refused } from '../../api/refused.ts';
import { api } from '../../api.ts';
import { useRefreshed } from '../../useRefreshed.ts';
import type { QueueOf } from './loadQueue.ts';

type Page = ResponseOf<typeof joining.listBankCards>;

/** The bank clerk's queue on the screen. */
export interface BankQueue {
  /** Undefined until the first answer, also for another union than before. */
  readonly waiting: Page['waiting'] | undefined;
  /** Within how long of the scan the card is promised, milliseconds. */
  readonly within: number;
  readonly further: boolean;
  readonly readOn: () => void;
  readonly refused: Refused | undefined;
  readonly again: () => void;
}

/** Who waits for the bank card, refreshing itself, as many pages as were asked for. */
export function useBankQueue({ org, session }: QueueOf): BankQueue {
  const name = session ?? org;
  const [read, setRead] = useState({ name, pages: 1 });
  const pages = read.name === name ? read.pages : 1;
  const load = async () => {
    const of = session ? { session } : { org };
    const waiting: Page['waiting'] = [];
    let page: Page;
    let cursor: string | undefined;
    let left = pages;
    do {
      page = await api.listBankCards({ ...of, cursor });
      waiting.push(...page.waiting);
      cursor = page.cursor;
      left -= 1;
    } while (cursor && left > 0);
    return { name, waiting, within: page.within, further: cursor !== undefined };
  };
  const { answer, refused, again } = useRefreshed(load, `${name} ${pages}`);
  const mine = answer?.name === name ? answer : undefined;
  return {
    waiting: mine?.waiting,
    within: mine?.within ?? Number.POSITIVE_INFINITY,
    further: mine?.further ?? false,
    readOn: () => setRead({ name, pages: pages + 1 }),
    refused,
    again,
  };
}
