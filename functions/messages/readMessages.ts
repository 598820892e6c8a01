import type { messages } from '@niangjia/shared/messages/contract';
import type { OpenHandler } from '../handler.ts';
import { readMessagesUntil } from '../inbox.ts';

/** Nobody has read what has not happened yet. */
export const readMessages: OpenHandler<typeof messages.readMessages> = async ({ input, caller, now }) => {
  const until = Math.min(input.until, now);
  await readMessagesUntil(caller, until);
  return { until };
};
