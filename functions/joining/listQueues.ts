import { joining } from '@niangjia/shared/joining/contract';
import { staffHandler } from '../handler.ts';
import { getOrg } from '../orgs.ts';
import { decisionQueueLength } from './applications.ts';
import { queuesBelow } from './queuesBelow.ts';

/** For nodes above: the unions of their subtree with how many wait in each, so that they can step in. */
export const listQueues = staffHandler(joining.listQueues, {
  subject: async ({ org }) => {
    const found = await getOrg(org);
    return found && { org: found };
  },
  handle: ({ input, subject }) =>
    queuesBelow(subject.org, { list: 'queues', cursor: input.cursor, waiting: decisionQueueLength }),
});
