import { joining } from '@niangjia/shared/joining/contract';
import { fromCursor, toCursor } from '../cursor.ts';
import { staffHandler } from '../handler.ts';
import { joiningPolicy } from '../policies.ts';
import { bankQueue, idOf } from './applications.ts';
import { queueSubject } from './queueSubject.ts';
import { openDisplay } from './sealing.ts';

/** The bank clerk's queue of an org or a session. */
export const listBankCards = staffHandler(joining.listBankCards, {
  subject: queueSubject,
  handle: async ({ input: { session, cursor }, subject: { org }, now }) => {
    const list = `bank cards ${org.id} ${session ?? ''}`;
    const { applications, last } = await bankQueue(org.id, session, await fromCursor(list, cursor));
    const rows = applications.map(async (application) => {
      const bankCard = application.status === 'approved' ? application.bankCard : undefined;
      if (application.status !== 'approved' || bankCard?.status !== 'requested') return [];
      const { id, cardNumber, scannedAt, session: from } = application;
      return [
        {
          id: idOf(application),
          ...(await openDisplay(id, bankCard.display)),
          cardNumber,
          onSite: from !== undefined,
          scannedAt,
          requestedAt: bankCard.requestedAt,
          reachable: bankCard.remind ?? false,
        },
      ];
    });
    const { bankCardWithin: within } = await joiningPolicy(now);
    return { waiting: (await Promise.all(rows)).flat(), within, cursor: await toCursor(list, last) };
  },
});
