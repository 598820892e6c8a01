import { orgs } from '@niangjia/shared/cast';
import { instantOf } from '@niangjia/shared/time';
import { newKey } from '../../dev/api.ts';
import { putPoint } from '../../functions/clubs/points.ts';
import { pointIn } from '../clubs/points.ts';
import { commented, makePost, shownPost } from '../clubs/posts.ts';
import { makeClub } from '../clubs/world.ts';
import { member } from '../venues/house.ts';
import { staffActor } from '../world.ts';
import type { Scenario } from './stage.ts';

/** The situations of the wall and of the stars. */

async function wallOf() {
  const [leader, writer, reader] = [await member(41), await member(42), await member(43)];
  const club = await makeClub(leader);
  return { club, writer, reader, reviewer: await staffActor('fangling'), post: (await shownPost(club)).id };
}

/** A comment that waits, or that staff have shown. */
async function said(shown: boolean) {
  const the = await wallOf();
  const comment = await commented(the.writer, the.post);
  if (shown) await the.reviewer.call('decideComment', { post: the.post, comment, shown });
  return { ...the, comment };
}

export const wallScenarios = {
  likePost: [true, false].map((liked) => ({
    title: liked ? 'for the first time' : 'no more',
    prepare: async () => {
      const { reader, post } = await wallOf();
      if (!liked) await reader.call('likePost', { post, liked: true });
      return () => reader.call('likePost', { post, liked });
    },
  })),
  commentPost: [0, 1].map((before) => ({
    title: before ? 'the second of the day' : 'the first of the day',
    prepare: async () => {
      const { writer, post } = await wallOf();
      for (let i = 0; i < before; i++) await commented(writer, post);
      const key = newKey();
      return () => writer.call('commentPost', { post, words: '读得真好' }, { key });
    },
  })),
  withdrawComment: [
    {
      title: 'one that is shown',
      prepare: async () => {
        const { writer, post, comment } = await said(true);
        return () => writer.call('withdrawComment', { post, comment });
      },
    },
  ],
  reportComment: [
    {
      title: 'one that is shown',
      prepare: async () => {
        const { reader, post, comment } = await said(true);
        return () => reader.call('reportComment', { post, comment });
      },
    },
  ],
  showPost: [true, false].map((shown) => ({
    title: shown ? 'yes' : 'no',
    prepare: async () => {
      const { club, reviewer } = await wallOf();
      const { id: post } = await makePost(club);
      return () => reviewer.call('showPost', { post, shown });
    },
  })),
  decideComment: [true, false].map((shown) => ({
    title: shown ? 'yes' : 'no',
    prepare: async () => {
      const { reviewer, post, comment } = await said(false);
      return () => reviewer.call('decideComment', { post, comment, shown });
    },
  })),
  publishStars: [
    {
      title: 'of a quarter that is over',
      prepare: async () => {
        const { club } = await wallOf();
        await putPoint(pointIn(club, instantOf('2026-08-15', '12:00')));
        const city = await staffActor('chenlu');
        return () => city.call('publishStars', { quarter: '2026-Q3', org: orgs.city.id });
      },
    },
  ],
} satisfies Record<string, readonly Scenario[]>;
