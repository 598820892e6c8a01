import { countComment, type Post } from '@niangjia/shared/clubs/post';
import type { wall } from '@niangjia/shared/clubs/wallContract';
import { Refusal } from '@niangjia/shared/refusal';
import { commentField } from '../../commentsSaid.ts';
import { dataKey, sealField } from '../../dataKeys.ts';
import type { OpenHandler } from '../../handler.ts';
import { activeMember } from '../../members.ts';
import { refuseRisky } from '../../textCheck.ts';
import { nameOf, putComment } from './comments.ts';
import { knownPost, shownPost } from './postRow.ts';
import { countWritten, writtenBy } from './written.ts';

/**
 * A member says something to a report. It is counted first, then written under the request's own key: a request that
 * was lost in between is made whole when it is sent again.
 */
export const commentPost: OpenHandler<typeof wall.commentPost> = async ({
  input: { post: of, words },
  caller,
  request,
  now,
}) => {
  const [{ today, earlier }, member, key] = await Promise.all([
    writtenBy(caller, request, now),
    activeMember(caller),
    dataKey(caller),
  ]);
  const id = request.key;
  const write = async (at: number, { org }: Post) => {
    const sealed = sealField(key, caller, commentField({ id }), words);
    const written = { id, post: of, version: 1, person: caller, org, at, words: sealed } as const;
    await putComment({ ...written, state: 'waiting', reporters: [] });
    return { comment: nameOf({ at, id }) };
  };
  if (earlier) return write(earlier.at, await knownPost(of));
  if (!member) throw new Refusal('CLUB_MEMBERS_ONLY');
  const post = await shownPost(of);
  countComment(today.accepted, request, now);
  await refuseRisky(caller, [words], 'comment', now);
  const accepted = await countWritten(caller, today, request, now, (written) =>
    countComment(written, request, now),
  );
  if (!accepted) throw new Refusal('BUSY');
  return write(accepted.at, post);
};
