import type { PolicyField } from './policy.ts';

/** What each number of the policy is called. */
export const policyNames: Readonly<Record<PolicyField, string>> = {
  upcoming: '每人最多几个没用的预订',
  aWeek: '每人每周最多订多久',
  aUnionADay: '一个基层工会一天最多几个',
  notice: '最晚提前多久订',
  cancelUntil: '最晚提前多久取消',
  remindBefore: '提前多久提醒',
  checkInBefore: '提前多久可以签到',
  checkInAfter: '开始后多久没签到就让出',
  offerFor: '轮到的位置留多久',
  offerAtLeast: '至少能留多久才留',
  quietFrom: '几点起不打扰',
  quietUntil: '几点起再通知',
  groupWeeks: '小组最多订几周以后',
  waiting: '一个时段最多几人排队',
  noShows: '没来几次暂停预订',
  noShowWithin: '在多久里算',
  banFor: '暂停多久',
};
