import * as v from 'valibot';

/** One thing that was changed, in the words of then; for what is nobody's, so that nothing of it is sealed. */
export const Changed = v.object({ field: v.string(), before: v.string(), after: v.string() });
export type Changed = v.InferOutput<typeof Changed>;
