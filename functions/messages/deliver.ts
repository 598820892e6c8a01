import { type Message, messageEntry } from '@niangjia/shared/messages/message';
import { reminderData, reminderPage } from '@niangjia/shared/messages/reminder';
import { mayRemind } from '@niangjia/shared/messages/subscription';
import type { Instant } from '@niangjia/shared/time';
import { openidOfPerson } from '../accounts.ts';
import { giveBack, noneLeft, spend, subscriptionOf } from '../subscriptions.ts';
import { sendSubscribeMessage, templateIds } from '../wechat.ts';

/** WeChat has no time now; the message may be delivered again. */
class Later extends Error {}

/**
 * Sends a message to the person's WeChat as well, if they have allowed one of its template. The allowance is
 * spent first: whoever dies in between has sent nothing, and nobody sends a second time. What cannot be
 * sent is in the inbox all the same. Throws where it was not sent and should be tried again.
 */
export async function deliver(person: string, message: Message, now: Instant): Promise<void> {
  const { reminder } = messageEntry(message.kind);
  const id = reminder && templateIds()[reminder.template];
  if (!id) return;
  const { template } = reminder;
  const seen = await subscriptionOf(person, template);
  if (!seen || !mayRemind(seen, message)) return;
  const touser = await openidOfPerson(person);
  if (!touser) return;
  const after = await spend(person, template, seen, message);
  if (!after) return;
  const page = reminderPage(reminder, message);
  const data = reminderData(reminder, message);
  const { became, errcode } = await sendSubscribeMessage({ touser, template_id: id, page, data }, now).catch(
    async (error: unknown) => {
      await giveBack(person, template, message, true);
      throw error;
    },
  );
  if (became === 'sent') return;
  console.warn(JSON.stringify({ level: 'warn', reminder: template, became, errcode }));
  if (became === 'notAllowed') await noneLeft(person, template, after);
  if (became === 'never') await giveBack(person, template, message, false);
  if (became === 'later') {
    await giveBack(person, template, message, true);
    throw new Later();
  }
}
