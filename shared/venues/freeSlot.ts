import * as v from 'valibot';
import { Time, text } from '../bounds.ts';
import { Id } from '../ids.ts';

/** A slot with a place left, for somebody whose own choice has none. */
export const FreeSlot = v.object({ room: Id, name: text(20), start: Time, end: Time });
export type FreeSlot = v.InferOutput<typeof FreeSlot>;
