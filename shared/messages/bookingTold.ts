import * as v from 'valibot';
import { Time, text } from '../bounds.ts';
import { Id } from '../ids.ts';

/**
 * The booking that a message is about: when and where, by the names that house and room had then, so that
 * whoever shows it need ask nobody. It says nothing of the person.
 */
export const BookingTold = v.object({
  venue: Id,
  venueName: text(40),
  room: text(20),
  start: Time,
  end: v.optional(Time),
});
export type BookingTold = v.InferOutput<typeof BookingTold>;
