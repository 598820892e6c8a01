import type { ActivityStatus } from '@niangjia/shared/clubs/activity';
import type { Category } from '@niangjia/shared/clubs/club';
import type { Nature } from '@niangjia/shared/clubs/policy';

/** What an activity is, by whom it brings together. */
export const natureNames: Readonly<Record<Nature, string>> = {
  inClub: '社内',
  acrossUnions: '跨企业',
  street: '街道级',
  district: '区级',
};

/** What clubs are for. */
export const categoryNames: Readonly<Record<Category, string>> = {
  reading: '读书',
  sport: '运动',
  music: '音乐',
  dance: '舞蹈',
  writing: '写作',
  photo: '摄影',
  games: '棋牌桌游',
  craft: '手工',
  volunteer: '志愿',
  family: '亲子',
  other: '其他',
};

/** How far an activity has come. */
export const statusNames: Readonly<Record<ActivityStatus, string>> = {
  booking: '正在订场地',
  declared: '等审核',
  approved: '已同意',
  returned: '已退回',
  held: '办过了，等总结',
  reported: '等评级',
  graded: '已评级',
  reversed: '积分已撤回',
  voided: '已作废',
  cancelled: '已取消',
};
