import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Club } from '@niangjia/shared/clubs/club';
import type { Post } from '@niangjia/shared/clubs/post';
import { wall } from '@niangjia/shared/clubs/wallContract';
import { clean } from '@niangjia/shared/photos/photo';
import { DAY, HOUR, type Instant } from '@niangjia/shared/time';
import { putObject } from '../functions/bucket.ts';
import { getActivity } from '../functions/clubs/activities.ts';
import { getPost, putPost } from '../functions/clubs/posts.ts';
import { newId } from '../functions/secrets.ts';
import { shownKey } from '../functions/shownPhotos.ts';
import { callAs } from './client.ts';
import { somebody } from './demoAudit.ts';
import { castPerson, saidBy } from './demoClubPeople.ts';
import { basketball, reading } from './demoClubsPast.ts';

/** Reports of the demo's clubs on the wall, with what people say to them. */

type Picture = readonly [file: string, words: string];

/** Puts a picture where everybody sees it. */
async function photo([file, words]: Picture, by: string, at: Instant): Promise<Post['photos'][number]> {
  const path = join(import.meta.dirname, 'pictures', `${file}.jpg`);
  const { bytes, ...picture } = clean('image/jpeg', readFileSync(path));
  const kept = { id: newId(), ...picture, words, by, at };
  await putObject(shownKey(kept), kept.type, bytes);
  return kept;
}

interface Report {
  readonly activity: string;
  readonly words: string;
  readonly pictures: readonly Picture[];
}
const [, , , festival, autumn, market] = reading.past;
const [, threes] = basketball.past;
const reports: readonly Report[] = [
  {
    activity: festival.id,
    words: '一百二十八位工友读了一整天，从《平凡的世界》读到自己写的信。最小的读者七岁，最大的六十六。',
    pictures: [
      ['meeting', '会议室里坐满了人，有人站着读'],
      ['reading', '阅览室分会场，几个人围着一本书'],
    ],
  },
  {
    activity: threes.id,
    words: '十二支队打了一下午，快递站点队赢了物业队两分。没有人受伤，水喝光了四箱。',
    pictures: [['tables', '赛后大家在职工之家休息']],
  },
  {
    activity: autumn.id,
    words: '二十二位工友分成三组，一组读一部。读到孙少平进煤矿那一段，好几个人不说话了。下次读《人生海海》。',
    pictures: [
      ['reading', '阅览室，桌上摊着三本《平凡的世界》'],
      ['rest', '休息时有人泡了一壶茶'],
    ],
  },
  {
    activity: market.id,
    words: '带一本，换一本。换走最快的是菜谱和育儿书，剩下的留在阅览室，谁想看就拿。',
    pictures: [['dance', '舞蹈室里摆开的书摊']],
  },
];

/** Writes a report that its leader handed in the same evening, and that staff have shown or not. */
async function put(club: Club, { activity, words, pictures }: Report, shown: boolean): Promise<void> {
  const about = await getActivity(activity);
  if (!about || (await getPost(activity))) return;
  const { title, start, place, leader, org } = about;
  const at = start + 5 * HOUR;
  const photos: Post['photos'] = [];
  for (const picture of pictures) photos.push(await photo(picture, leader, at));
  const decided = { ...saidBy(await castPerson('fangling'), at + DAY), from: 'waiting', to: 'shown' };
  await putPost({
    ...{ id: activity, version: 3, club: { id: club.id, name: club.name }, org, leader, title, start, place },
    ...{ words, photos, reportedAt: at, likes: 0, comments: 0 },
    ...(shown ? { state: 'shown', decided } : { state: 'waiting' }),
  });
}

/** Who likes what, and what they say; staff have looked at all but the last. */
async function talk(api: string): Promise<void> {
  const [linxiu, zhaomin, fangling] = [
    await callAs(api, 'linxiu'),
    await callAs(api, 'zhaomin'),
    await callAs(api, 'fangling'),
  ];
  const crowd = await Promise.all(
    [5, 6, 7, 8, 9].map(async (number) => (await somebody(api, number)).worker),
  );
  for (const [i, { activity: post }] of reports.entries())
    for (const member of [linxiu, zhaomin, ...crowd].slice(i))
      await member(wall.likePost, { post, liked: true });
  const { id: post } = autumn;
  const [first, second] = crowd;
  const shown = [
    await linxiu(wall.commentPost, { post, words: '读到孙少平那一段，想起自己刚来北京的那年冬天。' }),
    ...(first
      ? [await first(wall.commentPost, { post, words: '跑完单赶过来的，只听了后半场，也值。' })]
      : []),
  ];
  for (const { comment } of shown) await fangling(wall.decideComment, { post, comment, shown: true });
  await second?.(wall.commentPost, { post, words: '下次能不能放在晚上？下了班才赶得上。' });
}

/** Loads the wall, once; a report that waits to be looked at too. */
export async function loadWall(
  api: string,
  of: { reading: Club; basketball: Club; waiting: string },
): Promise<void> {
  const before = await getPost(autumn.id);
  for (const report of reports)
    await put(report.activity === threes.id ? of.basketball : of.reading, report, true);
  const words = '沿着护国寺街走了一圈，看了三处老门墩，听老街坊讲了一段。';
  await put(of.reading, { activity: of.waiting, words, pictures: [['meeting', '出发前合影']] }, false);
  if (!before) await talk(api);
}
