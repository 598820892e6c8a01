import { type Instant, sayDate } from '@niangjia/shared/time';
import { sayLength, sayMoment } from '../say.ts';

/** Words of the page with one's no-shows. */
export const noShowsTexts = {
  title: '爽约记录',
  banned: (until: Instant, now: Instant) => `${sayMoment(until, now)} 以后才能再订`,
  bannedNote: '有特殊情况，可以在下面申诉；场馆撤销一次，说不定马上就能订。',
  rule: (times: number, within: number, banFor: number) =>
    `${sayLength(within)}里有 ${times} 次订了没来，${sayLength(banFor)}不能订。来不了请提前取消，位置会让给排队的人。`,
  none: '没有爽约记录',
  noneNote: '谢谢您订了都来。来不了的时候提前取消一下就好。',
  find: '去订一个',
  counts: '记着一次',
  faded: '已经不算',
  liftedAppeal: '申诉后已撤销',
  liftedVoided: '场馆已撤销',
  liftedVoidedNote: '场馆那边出了问题，这个时段的记录都不算。',
  bySystem: (late: number) => `开始 ${sayLength(late)}还没签到，系统记的`,
  byKeeper: (name: string) => `场馆工作人员${name}记的`,
  until: (until: Instant, now: Instant) => `到${sayDate(until, now)}不再算`,
  appeal: '申诉',
  words: '当时是怎么回事',
  wordsPlaceholder: '比如：我到了，门口的码坏了',
  wordsHint: '只给这个场馆的工作人员看',
  send: '交给场馆',
  sending: '正在交',
  keep: '先不申诉',
  appealed: (at: Instant, now: Instant) => `${sayMoment(at, now)} 申诉过`,
  waiting: '场馆看过会处理，急的话可以打电话。',
  call: '打电话',
};
