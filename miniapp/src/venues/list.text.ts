import type { RoomKind } from '@niangjia/shared/venues/room';
import { sayMoment } from '../say.ts';

/** What rooms are for. */
export const kindTexts: Record<RoomKind, string> = {
  court: '球台场地',
  reading: '阅览',
  meeting: '会议',
  studio: '练习室',
  activity: '活动室',
};

/** Words of the list of venues. */
export const listTexts = {
  title: '订场馆',
  headline: '附近的场馆',
  nearest: (distance: string) => `最近 ${distance}`,
  byDistance: '按远近排',
  byDistanceNote: '位置只在手机上用一次，不保存',
  locating: '正在取位置',
  untold: '没有取到位置，先按地区排着',
  bookings: '我的预订',
  bookingsNote: '看时间、签到、取消、排队',
  what: '有什么',
  all: '全部',
  when: '什么时候',
  tonight: '今晚有空',
  free: (slots: number) => `${slots} 个时段有空`,
  first: (start: number, room: string) => `最早 ${sayMoment(start, Date.now())} ${room}`,
  looking: '正在看今晚哪里有空',
  noneTonight: (count: number) => `看过的 ${count} 处，今晚都没有空位了`,
  noneTonightNote: '可以再看远一点的，或者换一天。',
  lookOn: '再看几处',
  showMore: '再看几处',
  noSuch: '没有这样的场馆',
  noSuchNote: '换一种看看。',
  showAll: '看全部场馆',
  none: '这里还没有可以订的场馆',
  noneNote: '开放后会出现在这里。',
  home: '回首页',
};
