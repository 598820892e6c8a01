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
} as const;
