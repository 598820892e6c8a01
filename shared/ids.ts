import * as v from 'valibot';
import { code, text } from './bounds.ts';

/** Texts that the API hands out and takes back; what people type is in each feature's form. */

/** A 128-bit random id, base64url. */
export const Id = code(/^[\w-]{22}$/, 22);
/** Where the next page of a list starts: opaque, good for the same list only. */
export const Cursor = v.optional(text(1024));
/** A sealed or signed text of the service's own. */
export const Sealed = text(2048);
