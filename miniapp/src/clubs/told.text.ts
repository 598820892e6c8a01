import type { ActivityStatus } from '@niangjia/shared/clubs/activity';
import type { Grade, Nature } from '@niangjia/shared/clubs/policy';
import type { Instant } from '@niangjia/shared/time';

/** What members are told of natures, states and grades. */

/** What an activity is, in a sentence. */
export const natureNotes: Readonly<Record<Nature, string>> = {
  inClub: '自己社团的人一起活动。',
  acrossUnions: '两家以上单位的会员一起参加。',
  street: '街道总工会办的，或者请社团来办的。',
  district: '区总工会办的，或者请社团来办的。',
};

const states: Readonly<Record<ActivityStatus, string>> = {
  booking: '正在订场馆',
  declared: '等工会审核',
  approved: '可以报名',
  returned: '要改一下',
  held: '正在签到',
  reported: '等评级',
  graded: '已评级',
  reversed: '积分撤回了',
  voided: '没有通过核实',
  cancelled: '取消了',
};

interface Timed {
  readonly status: ActivityStatus;
  readonly start: Instant;
  readonly end: Instant;
}

/** How far an activity is; one that nobody reported yet says so once it is over. */
export function sayState({ status, start, end }: Timed, now: Instant): string {
  if (status === 'approved' && now >= start) return now < end ? '已经开始' : '没有签到';
  return status === 'held' && now >= end ? '等总结' : states[status];
}

/** The same as a colour, which only repeats it. */
export function toneOf({ status }: Pick<Timed, 'status'>): 'plain' | 'done' | 'waiting' | 'red' {
  if (status === 'approved' || status === 'graded') return 'done';
  if (status === 'returned') return 'red';
  return status === 'declared' || status === 'held' || status === 'reported' ? 'waiting' : 'plain';
}

/** `B 级` */
export const sayGrade = (grade: Grade) => `${grade} 级`;
