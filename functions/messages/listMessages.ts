import type { messages } from '@niangjia/shared/messages/contract';
import { messageEntry, messageKey, screenFor } from '@niangjia/shared/messages/message';
import { fromCursor, toCursor } from '../cursor.ts';
import type { OpenHandler } from '../handler.ts';
import { messagesOf } from '../inbox.ts';

export const listMessages: OpenHandler<typeof messages.listMessages> = async ({ input, caller }) => {
  const list = `messages ${caller}`;
  const page = await messagesOf(caller, await fromCursor(list, input.cursor));
  const rows = page.messages.map((message) => {
    const { title, text } = messageEntry(message.kind);
    const screen = screenFor(message);
    const { at, booking, club } = message;
    return { id: messageKey(message), title, text, screen, booking, club, at, unread: at > page.readUntil };
  });
  const unread = rows.filter((row) => row.unread).length;
  return { messages: rows, unread, cursor: await toCursor(list, page.last) };
};
