import { orgs } from '@niangjia/shared/cast';
import { Plan } from '@niangjia/shared/clubs/activity';
import { type Club, ClubFacts, Words } from '@niangjia/shared/clubs/club';
import { COMMENTS_A_DAY, CommentWords, ReportWords } from '@niangjia/shared/clubs/post';
import { PhotoWords } from '@niangjia/shared/photos/album';
import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import { seed } from '../../functions/seed.ts';
import { seeded } from '../seeded.ts';
import { member } from '../venues/house.ts';
import { type Actor, staffActor } from '../world.ts';
import { makePost, shownPost } from './posts.ts';
import { makeClub } from './world.ts';

/** What is typed of clubs comes back as the text that it is, or is refused in its field: never anything else. */

const PARTS = [
  ...['<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '"><svg onload=alert(1)>', '</textarea>'],
  ...[
    "' OR 1=1 --",
    '"; DROP TABLE clubs; --',
    '$' + '{7*7}',
    '{{constructor}}',
    '#{1}',
    '%00',
    '../../etc/passwd',
  ],
  ...['__proto__', 'constructor', 'null', 'undefined', 'NaN', 'true', '-1', '1e309', '[]', '{"$ne":1}'],
  ...['=HYPERLINK("http://x")', '+1', '@SUM(1)', '|calc', '&lt;b&gt;', '%3Cb%3E', '\\u0000', '\\', '`', '$&'],
  ...['\u0000', '\u0008', '\u001b[31m', '\u007f', '\u0085', '\u202e', '\u2066', '\u200b', '\ufeff', '\u3000'],
  ...['\t', '\r\n', '\n', '👩‍👩‍👧‍👦', '𠮷', '\ud800', 'é', 'ﷺ', '王', '（', '＜', '喜阅社', '#', '|', ':'],
];
/** Invisible, steering a screen or turning the text around, or half a letter: what no text may have. */
const STEERS: readonly (readonly [number, number])[] = [
  [0x00, 0x08],
  [0x0b, 0x0c],
  [0x0e, 0x1f],
  [0x7f, 0x9f],
  [0x202a, 0x202e],
  [0x2066, 0x2069],
  [0xd800, 0xdfff],
];
const steers = (text: string) =>
  [...text].some((letter) =>
    STEERS.some(([from, to]) => (letter.codePointAt(0) ?? 0) >= from && (letter.codePointAt(0) ?? 0) <= to),
  );

/** So many hostile texts, the same in each run. */
function hostile(count: number, seed: number): string[] {
  const random = seeded(seed);
  const pick = () => PARTS[Math.floor(random() * PARTS.length)] ?? '';
  return Array.from({ length: count }, () => Array.from({ length: 1 + random() * 5 }, pick).join(''));
}

it.each([
  ['a comment', CommentWords, 200],
  ['a report', ReportWords, 500],
  ["a club's name", ClubFacts.entries.name, 20],
  ["a club's words", ClubFacts.entries.words, 200],
  ["staff's words", Words, 100],
  ["an activity's title", Plan.entries.title, 30],
  ["an activity's place", Plan.entries.place, 60],
  ["an activity's words", Plan.entries.words, 200],
  ['what a photo shows', PhotoWords, 40],
] as const)('10,000 hostile texts as %s are themselves, or refused', (_, schema, most) => {
  let [taken, refused] = [0, 0];
  for (const text of hostile(10_000, most)) {
    const parsed = v.safeParse(schema, text);
    if (parsed.success) {
      taken++;
      expect([text, text.trim()]).toContain(parsed.output);
      expect(steers(parsed.output) || parsed.output.length > most).toBe(false);
    } else {
      refused++;
      const why = steers(text) || text.length > most || text.trim().length < 5;
      expect(why).toBe(true);
    }
  }
  expect(Math.min(taken, refused)).toBeGreaterThan(500);
});

describe('through the API and back', () => {
  let leader: Actor;
  let reader: Actor;
  let club: Club;
  const fitting = (schema: v.GenericSchema<string, string>, count: number, seed: number): string[] => {
    const fit = hostile(40 * count, seed).filter((text) => v.is(schema, text));
    expect(fit.length).toBeGreaterThan(count);
    return fit.slice(0, count);
  };

  beforeAll(async () => {
    await seed();
    [leader, reader] = [await member(81), await member(82)];
    club = await makeClub(leader);
  });

  it('what people say to a report', async () => {
    const { id: post } = await shownPost(club);
    const texts = fitting(CommentWords, COMMENTS_A_DAY, 7);
    for (const words of texts) expect((await reader.call('commentPost', { post, words })).status).toBe(200);
    const { comments } = (await reader.call('getPost', { post })).body;
    expect(comments.map(({ words }) => words).reverse()).toEqual(texts.map((text) => text.trim()));
  });

  it('what a leader says of a club', async () => {
    for (const name of fitting(ClubFacts.entries.name, 10, 8)) {
      const facts = { name, category: 'reading', words: `${name}，每周一起读书` } as const;
      expect((await leader.call('changeClub', { club: club.id, ...facts })).status).toBe(200);
      const { club: told } = (await reader.call('getClub', { club: club.id })).body;
      expect([told.name, told.words]).toEqual([name.trim(), facts.words.trim()]);
    }
  });

  it('what a leader says of an activity', async () => {
    const reviewer = await staffActor('fangling');
    const texts = fitting(Plan.entries.title, 20, 9).map((text) => text.trim());
    const ids = [];
    for (const title of texts) {
      const words = `${title}，来了三十多人`;
      ids.push((await makePost(club, { title, place: title, words })).id);
    }
    const { posts } = (await reviewer.call('listKeptPosts', { org: orgs.xinjiekou.id })).body;
    const told = ids.map((id) => posts.find((one) => one.id === id));
    expect(told.map((one) => [one?.title, one?.place, one?.words])).toEqual(
      texts.map((text) => [text, text, `${text}，来了三十多人`]),
    );
  });
});
