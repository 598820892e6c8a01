import { joining } from '@niangjia/shared/joining/contract';
import { staffHandler } from '../handler.ts';
import { getOrg } from '../orgs.ts';
import { decisionQueueLength } from './applications.ts';
import { denialsBelow } from './audit/callBacks.ts';
import { queuesBelow } from './queuesBelow.ts';

/** For nodes above: the unions of their subtree with how many wait in each, and what was denied there, so that they can step in. */
export const listQueues = staffHandler(joining.listQueues, {
  subject: async ({ org }) => {
    const found = await getOrg(org);
    return found && { org: found };
  },
  handle: async ({ input, subject: { org } }) => {
    const [queues, denied] = await Promise.all([
      queuesBelow(org, { list: 'queues', cursor: input.cursor, waiting: decisionQueueLength }),
      denialsBelow(org.path),
    ]);
    return { ...queues, denied };
  },
});
