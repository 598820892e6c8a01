import type { Instant } from '@niangjia/shared/time';
import { sayTime } from '@niangjia/shared/time';
import type { PolicyField } from '@niangjia/shared/venues/policy';

/** Words of the page of the city's rules of booking. */
export const policyTexts = {
  title: '预订规则',
  sentence: '全市场馆怎么订',
  note: '订好了的，按订的时候那一版算。',
  draft: '起草下一版',
  only: '全市的规则由市总工会定，这里可以看。',
  version: (version: number) => `第 ${version} 版`,
  inForce: (version: number) => `现在用的：第 ${version} 版`,
  coming: (version: number, from: Instant) => `${sayTime(from, Date.now())} 起：第 ${version} 版`,
  past: (version: number) => `以前的：第 ${version} 版`,
  since: (from: Instant) => (from === 0 ? '一开始就有' : `${sayTime(from, Date.now())} 起`),
  by: (name: string) => `${name} 定的`,
  changes: '改了什么',
  show: '看全部',
  hide: '收起',
  day: '从哪天起',
  clock: '几点',
  ahead: '至少在 10 分钟以后；到那一刻，全市一起换。',
  replaces: (from: Instant) => `原定 ${sayTime(from, Date.now())} 起的那一版还没开始，由这一版代替。`,
  was: (value: string) => `现在 ${value}`,
  save: '定下来',
  cancel: '不改了',
  same: '还没有改动',
} as const;

/** In what a number is given. */
export const unitTexts = {
  count: '个',
  people: '人',
  times: '次',
  hour: '点',
  minutes: '分钟',
  hours: '小时',
  days: '天',
  weeks: '周',
} as const;

/** What each number does, in a sentence. */
export const policyDoes: Readonly<Record<PolicyField, string>> = {
  upcoming: '还没用的预订到了这个数，就先用掉或取消一个再订。',
  aWeek: '周一到周日加起来，超过了就订下一周。',
  aUnionADay: '一个基层工会的会员一天在一个场馆合起来最多这么多。',
  notice: '离开始比这更近，就不能再订；0 就是开始前都能订。',
  cancelUntil: '离开始比这更近，就不能自己取消，要打电话给场馆。',
  remindBefore: '开始前这么久，给订了的人发一条提醒。',
  checkInBefore: '开始前这么久，就可以到门口扫码。',
  checkInAfter: '开始后过了这么久还没签到，位置让出来，记一次没来。',
  offerFor: '排到的人有这么久可以确认，过时让给下一位。',
  offerAtLeast: '离开始太近、留不满这么久，就不再一个个问，谁来都可以订。',
  quietFrom: '从这个钟点起不给人留位置；两个钟点一样，就是全天都留。',
  quietUntil: '到这个钟点，又开始通知。',
  groupWeeks: '小组一次最多订到几周以后。',
  waiting: '排队的人到了这个数，就请换一个时间。',
  noShows: '这么多次订了没来，就暂停预订。',
  noShowWithin: '在这么多天里的没来，合在一起算。',
  banFor: '暂停这么多天，到期自己恢复；可以申诉。',
};
