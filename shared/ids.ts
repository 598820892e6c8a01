import * as v from 'valibot';

/** Texts that the API hands out and takes back; what people type is in each feature's form. */

/** A 128-bit random id, base64url. */
export const Id = v.pipe(v.string('REQUIRED'), v.regex(/^[\w-]{22}$/, 'FORMAT'));
/** Where the next page of a list starts: opaque, good for the same list only. */
export const Cursor = v.optional(v.pipe(v.string(), v.maxLength(1024, 'TOO_LONG')));
/** A sealed or signed text of the service's own. */
export const Sealed = v.pipe(v.string('REQUIRED'), v.maxLength(2048, 'TOO_LONG'));
