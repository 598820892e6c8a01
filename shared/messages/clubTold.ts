import * as v from 'valibot';
import { text } from '../bounds.ts';
import { Id } from '../ids.ts';

/** What of a club a message is about, by the name it had when it was told; none of it is personal. */
export const ClubTold = v.object({
  club: Id,
  /** The activity, where it is about one; a post has its activity's id. */
  activity: v.optional(Id),
  /** Of the club, or of the activity. */
  name: text(40),
  /** The quarter, where it is about its stars. */
  quarter: v.optional(text(7)),
});
export type ClubTold = v.InferOutput<typeof ClubTold>;
