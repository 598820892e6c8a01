import { clockOf, type Instant, sayDate } from '@niangjia/shared/time';

/** Words of the question of the day after. */
export const presenceTexts = {
  question: (start: Instant, now: Instant) => `${sayDate(start, now)} ${clockOf(start)} 的活动，您去了吗`,
  why: '您的回答算数，只用来核对人数。',
  until: (until: Instant, now: Instant) => `${sayDate(until, now)} ${clockOf(until)} 前都可以改`,
  was: '去了',
  wasNot: '没去',
  said: '✓ 记下了：您去了',
  saidNot: '✓ 记下了：您没去',
  changeTo: '改成“去了”',
  changeToNot: '改成“没去”',
} as const;
