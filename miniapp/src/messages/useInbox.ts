import type { ResponseOf } from '@niangjia/shared/contract';
import type { messages } from '@niangjia/shared/messages/contract';
import { useDidShow } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { Refused } from '../api/refused.ts';
import { api } from '../api.ts';
import { useAnswer } from '../useAnswer.ts';
import { type Deed, useDeed } from '../useDeed.ts';

type Page = ResponseOf<typeof messages.listMessages>;
export type InboxMessage = Page['messages'][number];

/** Tells the API what has been seen. That it could not be told changes nothing here: it is told next time. */
function noteRead({ messages: [latest], unread }: Page): void {
  if (!latest || unread === 0) return;
  void api.readMessages({ until: latest.at }).catch((thrown: unknown) => {
    if (!(thrown instanceof Refused)) throw thrown;
  });
}

/** The inbox: its first page, asked for whenever it is shown, and the pages that were opened after it. */
export function useInbox() {
  const asked = useAnswer(() => api.listMessages({}), 'inbox');
  const [further, setFurther] = useState<Page[]>([]);
  const turning: Deed = useDeed();
  useDidShow(() => {
    if (asked.answer) asked.again();
  });
  const first = asked.answer;
  useEffect(() => {
    setFurther([]);
    if (first) noteRead(first);
  }, [first]);
  const pages = first ? [first, ...further] : [];
  const { cursor } = pages[pages.length - 1] ?? {};
  const more = () =>
    turning.run(async () => {
      setFurther([...further, await api.listMessages({ cursor })]);
    });
  return {
    asked,
    messages: pages.flatMap((page) => page.messages),
    unread: first?.unread ?? 0,
    turning,
    more: cursor ? more : undefined,
  };
}
