import { joining } from '@niangjia/shared/joining/contract';
import { fromCursor, toCursor } from '../cursor.ts';
import { staffHandler } from '../handler.ts';
import { joiningPolicy } from '../policies.ts';
import { bankQueue, idOf } from './applications.ts';
import { queueSubject } from './queueSubject.ts';
import { openDisplays } from './sealing.ts';

/** The bank clerk's queue of an org or a session. */
export const listBankCards = staffHandler(joining.listBankCards, {
  subject: queueSubject,
  handle: async ({ input: { session, cursor }, subject: { org }, now }) => {
    const list = `bank cards ${org.id} ${session ?? ''}`;
    const { applications, last } = await bankQueue(org.id, session, await fromCursor(list, cursor));
    const requested = applications.flatMap((application) => {
      if (application.status !== 'approved' || application.bankCard?.status !== 'requested') return [];
      const { bankCard } = application;
      return [{ application, bankCard, display: bankCard.display }];
    });
    const displays = await openDisplays(requested, now);
    const waiting = requested.flatMap(({ application, bankCard }) => {
      const display = displays.get(application.id);
      if (!display) return [];
      const { cardNumber, scannedAt, session: from } = application;
      return [
        {
          id: idOf(application),
          ...display,
          cardNumber,
          onSite: from !== undefined,
          scannedAt,
          requestedAt: bankCard.requestedAt,
          reachable: bankCard.remind ?? false,
        },
      ];
    });
    const { bankCardWithin: within } = await joiningPolicy(now);
    return { waiting, within, cursor: await toCursor(list, last) };
  },
});
