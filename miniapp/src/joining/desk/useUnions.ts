import type { ResponseOf } from '@niangjia/shared/contract';
import type { joining } from '@niangjia/shared/joining/contract';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { Refused } from '../../api/refused.ts';
import { api } from '../../api.ts';
import { type OrgChoice, type Work, workedFor, workFor } from '../../desk/duty.ts';
import { keepInAddress } from '../../keepInAddress.ts';
import { useAnswer } from '../../useAnswer.ts';
import { useDeed } from '../../useDeed.ts';

interface Page {
  readonly queues: ResponseOf<typeof joining.listQueues>['queues'];
  readonly cursor?: string | undefined;
  readonly denied?: number;
}
const queuesFor: Readonly<
  Record<Work, (asked: { org: string; cursor?: string | undefined }) => Promise<Page>>
> = {
  review: api.listQueues,
  bank: api.listBankQueues,
};

/** For which union somebody works, and the others they may work for. */
export interface Unions {
  readonly org: OrgChoice;
  /** Where the role is held. */
  readonly home: OrgChoice;
  /** As far as they were read, with how many wait in each. */
  readonly unions: ResponseOf<typeof joining.listQueues>['queues'];
  /** The role is held at a node that takes no members: nobody waits there, so a union is to be chosen first. */
  readonly toChoose: boolean;
  /** How many members there were called back and say they did not join; 100 stands for 100 or more. */
  readonly denied: number;
  readonly further: boolean;
  readonly refused: Refused | undefined;
  readonly again: () => void;
  readonly readOn: () => void;
  readonly choose: (org: OrgChoice) => void;
}

/** The unions of one's whole area, those with people waiting first; `home` is where the role is held. */
export function useUnions(work: Work, home: OrgChoice): Unions {
  const load = async (cursor?: string) => {
    const page = await queuesFor[work]({ org: home.id, cursor });
    return {
      unions: [...page.queues].sort((a, b) => b.waiting - a.waiting),
      cursor: page.cursor,
      denied: page.denied ?? 0,
    };
  };
  // A link that was passed on names the union; its name comes with the page's answer.
  const asked = useRouter().params.union;
  const [chosen, setChosen] = useState(asked ? { home: home.id, org: { id: asked, name: '' } } : undefined);
  const org = chosen?.home === home.id ? chosen.org : workedFor(work, home);
  const first = useAnswer(load, home.id);
  const [further, setFurther] = useState<{ home: string } & Awaited<ReturnType<typeof load>>>();
  const beyond = further?.home === home.id ? further : undefined;
  const more = useDeed();
  const unions = [...(first.answer?.unions ?? []), ...(beyond?.unions ?? [])];
  const cursor = beyond ? beyond.cursor : first.answer?.cursor;
  return {
    org,
    home,
    denied: first.answer?.denied ?? 0,
    unions,
    // A union that is itself the node comes with the first page.
    toChoose:
      first.answer !== undefined &&
      org.id === home.id &&
      !first.answer.unions.some((union) => union.org.id === home.id),
    further: cursor !== undefined,
    refused: first.refused ?? more.refused,
    again: first.again,
    readOn: () =>
      void more.run(async () => {
        const page = await load(cursor);
        setFurther({ ...page, home: home.id, unions: [...(beyond?.unions ?? []), ...page.unions] });
      }),
    choose: (next) => {
      workFor(work, home, next);
      setChosen({ home: home.id, org: next });
      keepInAddress('union', next.id);
    },
  };
}
