import { reasonsToCancel } from '@niangjia/shared/venues/keepersWord';

/** Words of the page on which a room is closed for a period. */
export const closingTexts = {
  title: '关闭时段',
  sentence: '把一间房关一段时间',
  room: '哪一间',
  from: '从哪天',
  fromAt: '几点',
  until: '到哪天',
  untilAt: '几点',
  why: '为什么关，会告诉订了的人',
  reasons: reasonsToCancel,
  look: '看看影响谁',
  lookAgain: '换了时间，再看一次',
  who: (bookings: number, waiting: number) =>
    bookings + waiting === 0
      ? '这段时间没有人订'
      : `${bookings} 个预订会取消${waiting > 0 ? `，${waiting} 人不再排队` : ''}`,
  slots: (slots: number, closed: number, kept: number) =>
    `一共 ${slots} 个时段${closed > 0 ? `，其中 ${closed} 个已经关了` : ''}${kept > 0 ? `，${kept} 个已经过去或者有人在用，不会关` : ''}`,
  somebody: '会员',
  more: (count: number) => `还有 ${count} 个`,
  lookFirst: '请先看看影响谁',
  reasonFirst: '请先选一个原因',
  close: '关闭，并告诉他们',
  closeEmpty: '关闭',
  open: '重新开放这段时间',
  done: (slots: number) => (slots === 0 ? '一个时段也没有关' : `关好了，${slots} 个时段都不能再订`),
  left: (slots: number) => `${slots} 个时段没有关`,
  others: (slots: number) => `其余 ${slots} 个时段关好了`,
  opened: (slots: number) => `${slots} 个时段又可以订了；取消了的不会自己恢复`,
  inTime: '关的那一刻又有人订上的，也会取消并收到通知。',
} as const;
