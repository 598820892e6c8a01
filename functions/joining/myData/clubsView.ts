import type { Belonging, Club } from '@niangjia/shared/clubs/club';
import type { AnswerOf } from '@niangjia/shared/contract';
import { MOST_IN_COPY } from '@niangjia/shared/joining/copyContract';
import type { myData } from '@niangjia/shared/joining/myDataContract';
import type { Calendar } from '@niangjia/shared/venues/calendar';
import { partsOf } from '../../activityParts.ts';
import { belongingsOf } from '../../clubRecords.ts';
import { commentField, type commentsAt, saidBy } from '../../commentsSaid.ts';
import { openField } from '../../dataKeys.ts';

/** What clubs keep of somebody, as they have it in their copy. */

type Copy = AnswerOf<typeof myData.getCopy>;
type Part = Awaited<ReturnType<typeof partsOf>>[number];
type Said = Awaited<ReturnType<typeof commentsAt>>[number];

/** Where to find what is kept. */
export async function inClubs(person: string) {
  const [belongings, said] = await Promise.all([
    belongingsOf(person, MOST_IN_COPY + 1),
    saidBy(person, MOST_IN_COPY + 1),
  ]);
  return { belongings, said };
}

/** Their parts in the activities that are in their calendar. */
export const partsIn = ({ person, entries }: Calendar): Promise<Part[]> =>
  partsOf(
    person,
    entries.filter(({ what }) => what === 'event').map(({ of }) => of),
  );

/** The latest first. */
export const clubsView = (belongings: readonly Belonging[], clubs: readonly Club[]): Copy['clubs'] =>
  belongings
    .flatMap(({ club: id, person, since, left }) => {
      const club = clubs.find((one) => one.id === id);
      if (!club) return [];
      return { name: club.name, union: club.org.name, since, left, leads: club.leader === person };
    })
    .sort((a, b) => b.since - a.since);

/** The latest first. */
export const activitiesView = (parts: readonly Part[]): Copy['activities'] =>
  parts
    .map(({ activity: { title, club, start, end }, part }) => {
      const { signedUpAt, gaveUpAt, cameAt, where, metres, answer, struck } = part;
      return {
        ...{ title, club: club.name, start, end, signedUpAt, gaveUpAt, cameAt, where, metres },
        ...{ answer, struckAt: struck?.at },
      };
    })
    .sort((a, b) => b.start - a.start);

/** The latest first. */
export const commentsView = (key: Uint8Array, said: readonly Said[]): Copy['comments'] =>
  said
    .map(({ comment, title }) => ({
      ...{ at: comment.at, title, shown: comment.state === 'shown' },
      words: openField(key, comment.person, commentField(comment), comment.words),
    }))
    .sort((a, b) => b.at - a.at);
