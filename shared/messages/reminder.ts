import * as v from 'valibot';
import { list, text } from '../bounds.ts';
import { dayOf, type Instant, sayFullTime } from '../time.ts';
import type { BookingTold } from './bookingTold.ts';

/** Reminders: WeChat's subscribe messages (订阅消息), one for each time somebody allowed a template. */

/**
 * The templates as they are chosen in WeChat's console, and which of its fields says what. A field's name
 * fixes what may stand in it: `thing` 20 characters, `phrase` 5 Chinese ones, `time` a date and a time.
 * https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/mp-message-management/subscribe-message/sendMessage.html
 */
const said = { what: 'thing1', result: 'phrase2', at: 'time3', note: 'thing4' } as const;
const fields = {
  decision: said,
  bankCard: said,
  placeHeld: said,
  bookingSoon: said,
  bookingOff: said,
  activity: said,
} as const;

const templates = Object.keys(fields) as [keyof typeof fields, ...(keyof typeof fields)[]];
export const Template = v.picklist(templates);
export type Template = v.InferOutput<typeof Template>;

const id = v.optional(text(64));
/** WeChat's ids of the templates that a city has. */
export const TemplateIds = v.object({
  decision: id,
  bankCard: id,
  placeHeld: id,
  bookingSoon: id,
  bookingOff: id,
  activity: id,
});
export type TemplateIds = v.InferOutput<typeof TemplateIds>;

/** What of it somebody has just allowed, in the one question that a tap may ask. */
export const Remind = v.optional(list(Template, 3), []);

/** What somebody allowed with a tap, kept beside what the tap was for; the moment is the tap's. */
export const Allowed = v.optional(v.object({ at: v.number(), templates: v.array(Template) }));
export type Allowed = v.InferOutput<typeof Allowed>;

/** The same of a request; none where nothing was allowed. */
export const allowing = (remind: readonly Template[], at: Instant): Allowed =>
  remind.length > 0 ? { at, templates: [...remind] } : undefined;

/** What a reminder shows, and the page it opens. It says nothing of the person: WeChat reads it. */
export interface Reminder {
  readonly template: Template;
  readonly page: string;
  /** It opens the day of the booking's house instead, where something else may be free. */
  readonly day?: true;
  /** Of a booking: unless it can be named. */
  readonly what: string;
  readonly result: string;
  readonly note: string;
}

/** When something happened, and the booking it is about. */
interface Told {
  readonly at: Instant;
  readonly booking?: BookingTold | undefined;
}

/** The page that a reminder opens. */
export const reminderPage = ({ page, day }: Reminder, { booking }: Told): string =>
  day && booking ? `venues/day?venue=${booking.venue}&day=${dayOf(booking.start)}` : page;

/** As much of a text as a `thing` may have; what is left out is shown to be. */
const cut = (words: string) => ([...words].length > 20 ? `${[...words].slice(0, 19).join('')}…` : words);

/** A reminder's words under the names of its template's fields; a booking is named, with the time it begins. */
export function reminderData(
  { template, what, result, note }: Reminder,
  { at, booking }: Told,
): Record<string, { value: string }> {
  const names = fields[template];
  return {
    [names.what]: { value: booking ? cut(`${booking.room} ${booking.venueName}`) : what },
    [names.result]: { value: result },
    [names.at]: { value: sayFullTime(booking?.start ?? at) },
    [names.note]: { value: note },
  };
}
