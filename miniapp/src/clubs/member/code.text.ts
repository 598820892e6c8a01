import { clockOf, type Instant } from '@niangjia/shared/time';
import { sayMoment } from '../../say.ts';

/** Words of the leader's screen with the check-in code. */
export const codeTexts = {
  title: '签到码',
  qr: '签到码，请大家扫',
  begin: '打开签到码，活动就开始了',
  beginNote: '打开以后不能再取消这次活动。',
  whyPlace: '记下您现在的位置，才好核对大家在不在现场，人数才能算数。只记这一个点，记作活动的地点。',
  placed: '地点申报时已经记下，签到时按它核对。',
  openHere: '用我的位置，打开签到码',
  from: (from: Instant, now: Instant) => `${sayMoment(from, now)} 起可以打开签到码`,
  open: '打开签到码',
  openWithout: '不用位置，直接打开',
  lost: '没有取到位置。可以再试一次，也可以不用位置；第二天请大家确认去没去，点了“去了”就算数。',
  place: '记下活动的地点',
  placeNote: '核对大家在不在现场，人数才能算数',
  placeKept: '地点记下了',
  show: '请大家用“娘家”里的“扫码签到”来扫',
  renews: (seconds: number) => `${seconds} 秒后自动换新码`,
  renewing: '正在换新码',
  until: (until: Instant) => `${clockOf(until)} 前都能签到`,
  came: (count: number) => `${count} 人签到了`,
  latest: (names: string) => `刚签到：${names}`,
  somebody: '会员',
  nobody: '还没有人签到',
  me: '我也签到',
  meNote: '扫不了自己的屏幕，点一下就行',
  meCame: '您签到了',
  back: '回到活动',
} as const;
