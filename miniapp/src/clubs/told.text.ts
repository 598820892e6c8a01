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

/** How far an activity is; one that nobody reported yet says so once it is over. */
export function sayState({ status, end }: { status: ActivityStatus; end: Instant }, now: Instant): string {
  if (end > now || (status !== 'approved' && status !== 'held')) return states[status];
  return status === 'held' ? '等总结' : '没有签到';
}

/** `B 级` */
export const sayGrade = (grade: Grade) => `${grade} 级`;
