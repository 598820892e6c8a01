import { type Occupation, occupationGroups } from '@niangjia/shared/codes';
import { sayLength } from '../say.ts';

/** Words of a venue's own page. */
export const aboutTexts = {
  title: '场馆介绍',
  go: '导航',
  call: '打电话',
  book: '看空位，去订',
  open: (hours: string) => `今天 ${hours}`,
  closedToday: '今天不开门',
  hours: '开放时间',
  closedDay: '不开门',
  closedOn: '这些天不开门',
  rooms: '有哪些房间',
  slot: (length: number) => `每次 ${sayLength(length)}`,
  alone: '一次一组人',
  together: (capacity: number) => `同时 ${capacity} 人`,
  approval: '要场馆确认',
  only: (occupations: readonly Occupation[]) =>
    `给${occupations.map((occupation) => occupationGroups[occupation].name).join('、')}`,
  opens: (days: number, hour: number) =>
    days > 0 ? `提前 ${days} 天，${hour} 点开放预订` : `当天 ${hour} 点开放预订`,
  rules: '怎么订',
  limits: (upcoming: number, week: string) => `每人最多 ${upcoming} 个没用的预订，每周共 ${week}`,
  cancel: (length: number) =>
    length > 0
      ? `开始前 ${sayLength(length)} 可以取消，位置会让给排队的人`
      : '开始前都可以取消，位置会让给排队的人',
  checkIn: (before: number, after: number) =>
    `${before > 0 ? `开始前 ${sayLength(before)} ` : '开始'}到开始后 ${sayLength(after)}，到门口扫码签到`,
  noShow: (times: number, length: number) => `没签到会让给别人；${times} 次没来，${sayLength(length)}不能订`,
  words: '来之前看一下',
};
