import * as v from 'valibot';

/** What contracts are made of beside choices and forms, each with its bounds; a test finds what has none. */

const upTo = (most: number) => v.pipe(v.string('REQUIRED'), v.maxLength(most, 'TOO_LONG'));
const PLAIN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is kept out.
  /^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ud800-\udfff]*$/u;

/**
 * A text of at most so many characters; none that is invisible and steers a screen or a printer, or turns the text
 * around, and no half of one, which would be kept as something else.
 */
export const text = (most: number) => v.pipe(upTo(most), v.regex(PLAIN, 'FORMAT'));
/** A text of one shape. */
export const code = (shape: RegExp, most: number) => v.pipe(upTo(most), v.regex(shape, 'FORMAT'));
/** At most so many. */
export const list = <Item extends v.GenericSchema>(item: Item, most: number) =>
  v.pipe(v.array(item), v.maxLength(most, 'TOO_LONG'));

const whole = (most: number) =>
  v.pipe(v.number('TIME'), v.integer('TIME'), v.minValue(0, 'TIME'), v.maxValue(most, 'TIME'));
/** How many there are. */
export const Count = whole(2 ** 31 - 1);
/** An instant or a span in milliseconds, until the end of the year 9999: JavaScript has no date for many a later one. */
export const Time = whole(253_402_300_799_999);
