import { clockOf, type Instant } from '@niangjia/shared/time';
import { keeperReasons } from '@niangjia/shared/venues/keepersWord';

/** Words of the keepers' day. */
export const keptDayTexts = {
  title: '订场情况',
  sentence: (day: string, people: number) => `${day}：${people} 个预订`,
  which: '哪个场馆',
  none: '您负责的工会还没有场馆',
  noneNote: '场馆由市总工会登记，请联系他们。',
  home: '返回首页',
  closedDay: '这一天不开门',
  closedDayNote: '换一天看看。',
  nobody: '这一天还没有人订',
  nobodyNote: '有人订了，会自己出现在这里。',
  inFree: '帮会员订',
  lessFree: '收起',
  scan: '扫会员码签到',
  photo: '拍会员码签到',
  unreadable: '没有读到会员码，请对准再试一次。',
  seen: (name: string, room: string, start: Instant) => `${name} 签到了：${clockOf(start)} ${room}`,
  pending: (people: number) => `${people} 个等您确认`,
  table: '这一天的房间和时段',
  time: '时间',
  closed: '已关闭',
  empty: '空',
  line: (people: number) => `排队 ${people}`,
  missed: (people: number) => `没来 ${people}`,
  free: (rooms: number) => `空着 ${rooms} 间`,
  somebody: '会员',
  states: {
    confirmed: '已订',
    pending: '等确认',
    offered: '给排队的人留着',
    came: '已到',
  },
  cameUnseen: '已到，没核实',
} as const;

/** Words of the sheet about one slot. */
export const keptSheetTexts = {
  where: (room: string, day: string) => `${room} · ${day}`,
  nobody: '这个时段没有人订。',
  line: (people: number) => `还有 ${people} 人在排队，空出来会自动留给第一位。`,
  held: (until: Instant) => `留到 ${clockOf(until)}，等对方回复`,
  checkIn: '签到',
  verify: '核实到了',
  confirm: '同意',
  refuse: '不同意',
  cancel: '取消这个预订',
  why: '为什么取消，会告诉对方',
  reasons: keeperReasons,
  reasonFirst: '请先选一个原因',
  cancelNow: '确定取消',
  keep: '不取消了',
  from: (at: Instant) => `${clockOf(at)} 起可以签到`,
  close: '好的',
  missed: '没来',
  lift: '撤销',
  lifted: '已撤销',
  liftAll: '门口的码坏了，全部撤销',
} as const;

/** Words of the page of appeals. */
export const appealsTexts = {
  title: '没来的申诉',
  sentence: (people: number | undefined, more: boolean) =>
    people === undefined || (people === 0 && more)
      ? '没来的申诉'
      : people === 0
        ? '没有申诉在等'
        : `${more ? '不止 ' : ''}${people} 个申诉等您处理`,
  none: '这里没有申诉在等',
  noneNote: '会员对“没来”的记录有话说，会自己出现在这里。',
  toDay: '看订场情况',
  words: (text: string) => `“${text}”`,
  said: (when: string) => `${when} 说的`,
  lift: '撤销这一次',
  keep: '还是记着',
  more: '再看后面的',
} as const;
