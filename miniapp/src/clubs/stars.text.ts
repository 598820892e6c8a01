import { type Instant, sayDay } from '@niangjia/shared/time';

/** Words of the stars of a quarter. */
export const starsTexts = {
  title: '季度之星',
  quarter: (quarter: string) => `${quarter.slice(0, 4)} 年第${'一二三四'[Number(quarter.slice(-1)) - 1]}季度`,
  which: '哪个季度',
  goesOn: '季度还没结束，名次还会变',
  worked: '季度结束了，等工会公布',
  published: (at: Instant, by: string | undefined) =>
    by ? `${sayDay(at)} 由 ${by} 公布，不再改` : `${sayDay(at)} 公布，不再改`,
  rank: (place: number) => `${place}`,
  points: (points: number) => `${points} 分`,
  did: (activities: number, people: number) => `${activities} 次活动，${people} 人次`,
  star: '工享社团之星',
  none: '这个季度还没有社团得积分',
  noneNote: '活动评级以后，积分算进当季的名次。',
  clubs: '去看看社团',
  how: '怎么算的',
  howNote:
    '把这个季度每个社团评级得的积分加起来，减去撤回的。一样多的，活动多的在前，再看人次。谁都可以照着下面的账再算一遍。',
  show: '看每一笔',
  reading: (entries: number) => `正在读，已有 ${entries} 笔`,
  hide: '收起来',
  award: (people: number) => `${people} 人`,
  reversal: '撤回',
  on: (at: Instant) => sayDay(at),
  more: '再看后面的',
} as const;
