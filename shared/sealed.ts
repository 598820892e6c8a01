import * as v from 'valibot';

/** Sealed bytes: personal data encrypted under its person's data key, or a value under the service's. */
export const Bytes = v.custom<Uint8Array>((value) => value instanceof Uint8Array);
