import type { Comment } from '@niangjia/shared/clubs/post';
import { dataKeys, openField } from '../../dataKeys.ts';
import { maskedNames } from '../../members.ts';

/** What people said, with their names, masked; whose key is destroyed has said nothing. */

/** Under which name the words of a comment are sealed. */
export const fieldOf = ({ id }: Pick<Comment, 'id'>): string => `comment ${id}`;

/** Comments with their words opened and their writers' names. */
export async function opened(comments: readonly Comment[]) {
  const people = [...new Set(comments.map(({ person }) => person))];
  if (people.length === 0) return [];
  const [names, keys] = await Promise.all([maskedNames(people), dataKeys(people)]);
  return comments.flatMap((comment) => {
    const { person, words } = comment;
    const key = keys.get(person);
    if (!key) return [];
    return { comment, name: names.get(person), words: openField(key, person, fieldOf(comment), words) };
  });
}
