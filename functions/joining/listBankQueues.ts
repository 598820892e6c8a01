import { joining } from '@niangjia/shared/joining/contract';
import { staffHandler } from '../handler.ts';
import { getOrg } from '../orgs.ts';
import { bankQueueLength } from './applications.ts';
import { queuesBelow } from './queuesBelow.ts';

/** For clerks of a node above: the unions of its subtree with how many wait in each for their bank card. */
export const listBankQueues = staffHandler(joining.listBankQueues, {
  subject: async ({ org }) => {
    const found = await getOrg(org);
    return found && { org: found };
  },
  handle: ({ input, subject }) =>
    queuesBelow(subject.org, { list: 'bank queues', cursor: input.cursor, waiting: bankQueueLength }),
});
