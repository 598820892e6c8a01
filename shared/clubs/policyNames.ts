import type { ClubNumbers, Grade, Nature } from './policy.ts';

/** The numbers that are one each; the table, the points and the bands are more. */
export type PlainClubNumber = Exclude<keyof ClubNumbers, 'bands' | 'table' | 'points'>;
/** A number by its place, as a record of what was changed says it: `aYear`, `table.inClub`, `points.A+`. */
export type ClubPolicyField = PlainClubNumber | 'bands' | `table.${Nature}` | `points.${Grade}`;

/** What each number of the clubs' policy is called. */
export const clubPolicyNames: Readonly<Record<ClubPolicyField, string>> = {
  bands: '人数分档，每档从几人起',
  'table.inClub': '评级表，社内',
  'table.acrossUnions': '评级表，跨企业',
  'table.street': '评级表，街道级',
  'table.district': '评级表，区级',
  'points.A+': 'A+ 级记几分',
  'points.A': 'A 级记几分',
  'points.B': 'B 级记几分',
  'points.C': 'C 级记几分',
  'points.D': 'D 级记几分',
  'points.E': 'E 级记几分',
  aHundred: '一百分兑多少钱',
  aYear: '一个社团一年最多兑多少钱',
  gradedADay: '一个社团一天最多几个活动评级',
  checkInBefore: '提前多久可以签到',
  near: '离地点多近算到场',
  askAtHour: '第二天几点问参加的人',
  answerFor: '可以回答多久',
  reportWithin: '办完多久以内交总结',
  crowdPeople: '多少人挤着签到要核实',
  crowdWithin: '在多短的时间里算挤着签到',
  circleShare: '多少比例的人相同算同一批',
  circleTimes: '连着几次是同一批要核实',
  farPeople: '多少人离得远要核实',
  deniedPeople: '多少人说没去要核实',
  stars: '一个季度评几个星级社团',
};
