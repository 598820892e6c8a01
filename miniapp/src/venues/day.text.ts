import type { Instant } from '@niangjia/shared/time';
import { clockOf, sayTime } from '@niangjia/shared/time';
import { sayBefore, sayLength, sayMoment } from '../say.ts';

/** Words of a cell of the grid. */
export const cellTexts = {
  free: '空',
  places: (free: number) => `空 ${free} 位`,
  mine: '我的',
  pending: '待确认',
  offered: '留给您',
  position: (position: number) => `排第 ${position}`,
  taken: '已订',
  inLine: (people: number) => `排队 ${people} 人`,
  closed: '不开放',
  begun: '已开始',
  tooSoon: '来不及了',
  notOpen: '未开放',
  elsewhere: '有安排',
};

/** Words of a venue's page. */
export const dayTexts = {
  title: '订场馆',
  day: '哪一天',
  kind: '订什么',
  hint: '点“空”的格子就能订；订满的也可以点开排队。',
  opens: (at: Instant, now: Instant) => `${sayMoment(at, now)} 开放预订。`,
  banned: (until: Instant, now: Instant) => `因为订了没来，${sayMoment(until, now)} 以后才能再订`,
  noShows: '看记录和申诉',
  changing: (was: Instant, now: Instant) => `把 ${sayTime(was, now)} 的预订换到哪里`,
  changingNote: '点一个“空”的格子；换好之前，原来的位置一直是您的。',
  keep: '不换了',
  later: (count: number) => `还有 ${count} 个更晚的时段`,
  over: '今天的时段都过去了',
  overNote: '看看明天的。',
  tomorrow: '看明天',
  closed: '这一天不开门',
  closedNote: '换一天看看。',
  left: '这一周还可订',
  leftNote: (week: string, upcoming: number, more: number) =>
    `每人每周 ${week}，没用的最多 ${upcoming} 个，还能再订 ${more} 个`,
  about: '介绍',
  rules: '怎么订',
  weekly: '小组每周订',
  weeklyNote: '兴趣小组固定时间的位置，由负责人来订',
  rulesNote: '取消、签到、开放时间和每个房间',
};

/** Words of the sheet in which a slot is booked. */
export const sheetTexts = {
  where: (room: string, venue: string) => `${room} · ${venue}`,
  cancelUntil: (at: Instant, start: Instant, now: Instant) => `${sayBefore(at, start, now)} 前可以取消`,
  cancelNever: '离开始太近，订了就不能取消',
  checkInTimes: (from: Instant, until: Instant) => `${clockOf(from)}–${clockOf(until)} 扫门口的码签到`,
  late: (until: Instant) => `${clockOf(until)} 还没签到，会让给别人，并记一次没来`,
  approval: '这间要场馆确认；确认前，位置给您留着',
  left: '这一周还可订',
  book: '订这个时段',
  ask: '提交，等场馆确认',
  bookShort: '订这个',
  askShort: '申请',
  change: '换到这个时段',
  changed: '换好了，原来的已经让出',
  stays: '原来的预订还在，没有动。',
  booking: '正在订',
  booked: '订好了',
  asked: '已提交，等场馆确认',
  toCalendar: '加到手机日历',
  toCalendarSmall: '加到日历',
  inCalendar: '已加到日历',
  toBookings: '看我的预订',
  done: '好的',
  taken: '这个时段订满了',
  lost: '刚刚被订走了',
  instead: '附近还有空位，点一下就订好',
  noneNear: '同一天没有别的空位了。',
  wait: (ahead: number) => (ahead > 0 ? `排队等，前面 ${ahead} 位` : '排队等，您是第一位'),
  waitNote: (length: number, from: number, until: number) =>
    `有人退了，按先后给您留 ${sayLength(length)}；${from} 点到 ${until} 点不打扰您，过后再留。`,
  waitNoteAlways: (length: number) => `有人退了，按先后给您留 ${sayLength(length)}。`,
  inLine: (position: number) => `您排第 ${position} 位`,
};
