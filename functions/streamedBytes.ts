import * as v from 'valibot';

/** Bytes as the stream's items carry them: as base64. */
export const StreamedBytes = v.pipe(
  v.union([v.string(), v.instance(Uint8Array)]),
  v.transform((bytes): Uint8Array => (typeof bytes === 'string' ? Buffer.from(bytes, 'base64') : bytes)),
);
