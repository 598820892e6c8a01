import type { ActivityStatus } from '@niangjia/shared/clubs/activity';
import type { Category } from '@niangjia/shared/clubs/club';
import type { Grade, Nature } from '@niangjia/shared/clubs/policy';
import type { Instant } from '@niangjia/shared/time';

/** What clubs are for. */
export const categoryNames: Record<Category, string> = {
  reading: '读书',
  sport: '体育',
  music: '音乐',
  dance: '舞蹈',
  writing: '书画',
  photo: '摄影',
  games: '棋牌',
  craft: '手工',
  volunteer: '志愿',
  family: '亲子',
  other: '其他',
};

/** What an activity is, by whom it brings together. */
export const natureNames: Record<Nature, string> = {
  inClub: '社内',
  acrossUnions: '跨企业',
  street: '街道级',
  district: '区级',
};

/** The same in a sentence. */
export const natureNotes: Record<Nature, string> = {
  inClub: '自己社团的人一起活动。',
  acrossUnions: '两家以上单位的会员一起参加。',
  street: '街道总工会办的，或者请社团来办的。',
  district: '区总工会办的，或者请社团来办的。',
};

const statusNames: Record<ActivityStatus, string> = {
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
  if (end > now || (status !== 'approved' && status !== 'held')) return statusNames[status];
  return status === 'held' ? '等总结' : '没有签到';
}

/** `B 级` */
export const sayGrade = (grade: Grade) => `${grade} 级`;
