import * as v from 'valibot';
import { text } from '../bounds.ts';
import { type Instant, sayFullTime } from '../time.ts';

/** Reminders: WeChat's subscribe messages (订阅消息), one for each time somebody allowed a template. */

/**
 * The templates as they are chosen in WeChat's console, and which of its fields says what. A field's name
 * fixes what may stand in it: `thing` 20 characters, `phrase` 5 Chinese ones, `time` a date and a time.
 * https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/mp-message-management/subscribe-message/sendMessage.html
 */
const fields = {
  decision: { what: 'thing1', result: 'phrase2', at: 'time3', note: 'thing4' },
  bankCard: { what: 'thing1', result: 'phrase2', at: 'time3', note: 'thing4' },
} as const;

export const Template = v.picklist(['decision', 'bankCard']);
export type Template = v.InferOutput<typeof Template>;

/** WeChat's ids of the templates that a city has. */
export const TemplateIds = v.object({ decision: v.optional(text(64)), bankCard: v.optional(text(64)) });
export type TemplateIds = v.InferOutput<typeof TemplateIds>;

/** What a reminder shows, and the page it opens. It says nothing of the person: WeChat reads it. */
export interface Reminder {
  readonly template: Template;
  readonly page: string;
  readonly what: string;
  readonly result: string;
  readonly note: string;
}

/** A reminder's words under the names of its template's fields. */
export function reminderData(
  { template, what, result, note }: Reminder,
  at: Instant,
): Record<string, { value: string }> {
  const said = { what, result, at: sayFullTime(at), note };
  const names = fields[template];
  return {
    [names.what]: { value: said.what },
    [names.result]: { value: said.result },
    [names.at]: { value: said.at },
    [names.note]: { value: said.note },
  };
}
