import { beforeAll, expect, it, vi } from 'vitest';
import { changes } from '../../../proof/changes.ts';
import { commented, shownPost } from '../../../proof/clubs/posts.ts';
import { makeClub } from '../../../proof/clubs/world.ts';
import { type Dump, dump, restore } from '../../../proof/dump.ts';
import { seeded, seeds, shuffled } from '../../../proof/seeded.ts';
import { member } from '../../../proof/venues/house.ts';
import { type Actor, staffActor } from '../../../proof/world.ts';
import { decisionsAbout } from '../../records.ts';
import { seed } from '../../seed.ts';
import { main } from '../../stream.ts';

/** Whatever the stream tells of the wall, however often and in whatever order, comes out the same. */

let post: string;
let writer: Actor;
let start: Dump;
let records: Awaited<ReturnType<typeof changes>>;

beforeAll(async () => {
  vi.setSystemTime(Date.now());
  await seed();
  const likers = await Promise.all([1, 2, 3].map((number) => member(number)));
  writer = await member(4);
  post = (await shownPost(await makeClub(await member(5)))).id;
  const reviewer = await staffActor('fangling');
  for (const who of likers) await who.call('likePost', { post, liked: true });
  await likers[0]?.call('likePost', { post, liked: false });
  const [one = '', two = '', three = ''] = [
    await commented(writer, post, '一'),
    await commented(writer, post, '二'),
    await commented(writer, post, '三'),
  ];
  const decide = async (comment: string, shown: boolean) => {
    vi.setSystemTime(Date.now() + 1000);
    await reviewer.call('decideComment', { post, comment, shown });
  };
  for (const comment of [one, two, three]) await decide(comment, true);
  await decide(two, false);
  await writer.call('withdrawComment', { post, comment: three });
  for (const shown of [false, true]) {
    vi.setSystemTime(Date.now() + 1000);
    await reviewer.call('showPost', { post, shown });
  }
  start = await dump();
  records = await changes();
  return () => {
    vi.useRealTimers();
  };
});

it.each(seeds())('three times and out of order (seed %i)', async (number) => {
  await restore(start);
  const batch = shuffled([...records, ...records, ...records], seeded(number));
  const { batchItemFailures } = await main({ Records: batch });
  // These members are less than joining leaves, and nothing comes of them.
  const failed = records.filter(({ dynamodb }) =>
    batchItemFailures.some(({ itemIdentifier }) => itemIdentifier === dynamodb?.SequenceNumber),
  );
  expect(failed.filter(({ dynamodb }) => dynamodb?.Keys?.pk?.S?.startsWith('POST#'))).toEqual([]);
  const { body } = await writer.call('getPost', { post });
  expect(body.post).toMatchObject({ likes: 2, comments: 1 });
  const { messages } = (await writer.call('listMessages', {})).body;
  expect(messages.map(({ title }) => title).sort()).toEqual([
    '您的留言大家看得到了',
    '您的留言大家看得到了',
    '您的留言大家看得到了',
    '您的留言没有放出来',
  ]);
  const decided = async (person: string) =>
    (await decisionsAbout(person)).map(({ from, to }) => `${from} ${to}`).sort();
  expect(await decided(writer.id)).toEqual([
    'shown hidden',
    'waiting shown',
    'waiting shown',
    'waiting shown',
  ]);
  expect(await decided(post)).toEqual(['hidden shown', 'shown hidden']);
});
