import { clockOf, type Instant } from '@niangjia/shared/time';

/** Words of checking in by the code on the leader's screen. */
export const scanTexts = {
  scan: process.env.TARO_ENV === 'weapp' ? '扫码签到' : '拍签到码签到',
  scanning: '正在签到',
  unreadable: '没有认出二维码，靠近一点再试一次。',
  came: (title: string, at: Instant) => `签到了：${title} ${clockOf(at)}`,
  far: '没有确认到您在现场附近。第二天会问您去没去，点“去了”就算数。',
} as const;
