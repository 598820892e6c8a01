import type { Comment } from '@niangjia/shared/clubs/post';
import { commentField } from '../../commentsSaid.ts';
import { dataKeys, openField } from '../../dataKeys.ts';
import { maskedNames } from '../../members.ts';

/** What people said, with their names, masked; whose key is destroyed has said nothing. */

/** Comments with their words opened and their writers' names. */
export async function opened(comments: readonly Comment[]) {
  const people = [...new Set(comments.map(({ person }) => person))];
  if (people.length === 0) return [];
  const [names, keys] = await Promise.all([maskedNames(people), dataKeys(people)]);
  return comments.flatMap((comment) => {
    const { person, words } = comment;
    const key = keys.get(person);
    if (!key) return [];
    return { comment, name: names.get(person), words: openField(key, person, commentField(comment), words) };
  });
}
