import { type Instant, sayDay } from '@niangjia/shared/time';

/** Words of the page on which reviewers look at what is to be shown. */
export const keptWallTexts = {
  title: '交流展示',
  sentences: {
    posts: (found: number, rest: boolean) =>
      found > 0 ? `${rest ? '不止 ' : ''}${found} 篇总结等您看` : '等看的总结',
    comments: (found: number, rest: boolean) =>
      found > 0 ? `${rest ? '不止 ' : ''}${found} 条留言等您看` : '等看的留言',
  },
  lists: { posts: '总结', comments: '留言' },
  show: '放出来',
  hide: '不放',
  hideComment: '收起',
  shownPost: (title: string) => `《${title}》放出来了，全市会员都看得到`,
  hiddenPost: (title: string) => `《${title}》没有放出来`,
  shownComment: (name: string) => `${name} 的留言放出来了`,
  hiddenComment: (name: string) => `${name} 的留言收起来了`,
  of: (title: string) => `在《${title}》下面`,
  reports: (people: number) => `${people} 人举报`,
  none: { posts: '没有总结在等看', comments: '没有留言在等看' },
  noneNote: {
    posts: '负责人交了总结，看过以后才会放到展示墙上。',
    comments: '会员的留言看过以后才会放出来；有人举报的会再回到这里。',
  },
  toOther: { posts: '看留言', comments: '看总结' },
  see: '看展示墙',
  // the stars of the quarter that is over
  stars: '季度之星',
  starsHeading: '上个季度的工享社团之星',
  starsOf: (quarter: string) => `${quarter.slice(0, 4)} 年第${'一二三四'[Number(quarter.slice(-1)) - 1]}季度`,
  starDid: (activities: number, people: number) => `${activities} 次活动，${people} 人次`,
  starPoints: (points: number) => `${points} 分`,
  starsPublished: (at: Instant, by: string | undefined) =>
    `✓ ${by ? `${sayDay(at)} 由 ${by} 公布` : `${sayDay(at)} 公布`}，不再改`,
  publish: '公布名单，告诉这些社团',
  noStars: '上个季度没有社团得积分',
  noStarsNote: '活动评级以后，积分算进当季的名次；名单由市总工会公布。',
} as const;
