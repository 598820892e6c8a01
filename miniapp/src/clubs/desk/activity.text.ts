import type { Grade } from '@niangjia/shared/clubs/policy';

/** A grade as it is spoken of. */
const level = (grade: Grade) => `${grade} 级`;

/** Words of the page on which a reviewer judges one activity. */
export const activityTexts = {
  title: '社团活动',
  back: '看等处理的活动',
  facts: {
    nature: '性质',
    when: '时间',
    place: '地点',
    expected: '预计人数',
    leader: '负责人',
    declared: '报上来的时间',
    words: '打算怎么办',
  },
  people: (people: number) => `${people} 人`,

  // Before it is held.
  approve: '同意这个活动',
  approved: '同意了，已经告诉负责人',
  sendBack: '退回',
  sendBackOpen: '退回，请负责人改',
  sendBackWhy: '为什么退回，要改什么',
  sendBackExample: '如：请写明具体地点',
  returned: '退回了，已经告诉负责人',

  // What was counted.
  counted: '算数的人',
  headcount: (people: number) => `${people} 人`,
  came: (came: number, far: number, denied: number) =>
    `签到 ${came} 人，离得远 ${far} 人，第二天说没去 ${denied} 人`,
  notCounted: '还没有数：要等参加的人第二天确认完。',
  anomalies: '要核实的地方',
  noAnomalies: '没有发现异常',
  crowd: (people: number, seconds: number) => `${seconds} 秒内 ${people} 人签到`,
  far: (people: number, nearest: string) => `${people} 人签到时离活动地点很远，最近的也有 ${nearest}`,
  denied: (people: number) => `${people} 人第二天说没去`,
  sameCircle: (people: number) => `和前几次几乎是同样的 ${people} 人`,
  settleWhat: '您核实到了什么',
  settleExample: '如：打电话问了 3 人，都说在现场',
  settleSend: '核实过了',
  settled: '记下了，可以评级了',
  settledBy: (name: string, when: string) => `${name} ${when} 核实`,

  // Who came.
  attendees: '签到的人',
  attendeesNote: (people: number) => `${people} 人，姓名是遮过的`,
  columns: { name: '姓名', at: '签到', where: '离地点', was: '第二天说', counts: '算不算', acts: '' },
  where: { near: '在附近', far: '很远', unsaid: '没有位置' },
  metres: (distance: string, where: string) => `${distance}，${where}`,
  was: { yes: '去了', no: '没去', none: '没有回答' },
  counts: { yes: '算', no: '不算', struck: '划去了' },
  strike: '划去',
  restore: '恢复',
  struck: (people: number) => `重新数过：${people} 人`,
  nobody: '没有人签到',
  more: '再看后面的',

  // What the leader handed in.
  report: '总结',
  reportedAt: (when: string) => `${when} 交的`,
  noReport: '负责人还没有交总结',

  // Its grade.
  byTable: (grade: Grade, points: number) => `按表评 ${level(grade)}，记 ${points} 分`,
  byTableNone: '人数不够，按表不评级',
  rule: (version: number) => `按第 ${version} 版积分规则算`,
  grading: '评级',
  gradedFrom: (when: string) => `参加的人还在确认，${when} 以后可以评级。`,
  graded: (grade: Grade | undefined, points: number) =>
    grade ? `评了 ${level(grade)}，记了 ${points} 分` : '人数不够，没有评级',
  higher: (grade: Grade) => `高一级，评 ${level(grade)}`,
  lower: (grade: Grade) => `低一级，评 ${level(grade)}`,
  moveWhy: '为什么和评级表不一样',
  moveExample: '如：区级比赛的分会场，影响大',
  moveSend: (grade: Grade) => `提请评 ${level(grade)}`,
  moveNote: '调整一级要另一位同事确认。',
  proposed: (grade: Grade) => `有人提请评 ${level(grade)}`,
  proposedBy: (name: string, when: string) => `${name} ${when} 提的`,
  proposedMine: '您提的，等另一位同事确认。',
  proposedSent: '提好了，等另一位同事确认',
  confirm: (grade: Grade) => `确认评 ${level(grade)}`,
  decline: '不同意调整',
  declined: '没有同意调整，可以按表评级',
  voidIt: '作废',
  voidWhy: '为什么不算一次活动',
  voidExample: '如：核实下来没有办',
  voidSend: '作废这个活动',
  voided: '作废了，已经告诉负责人',

  // What was graded.
  result: (grade: Grade, points: number) => `已评 ${level(grade)}，记 ${points} 分`,
  resultNone: '已处理，人数不够没有评级',
  reverse: '撤回积分',
  reverseWhy: '为什么撤回',
  reverseExample: '如：有人举报，核实签到不实',
  reverseSend: '撤回',
  reverseNote: (points: number) =>
    `会从社团账上扣 ${points} 分；账上不够的记成欠分，以后的积分先抵。已经付的钱不动。`,
  reversed: (taken: number, owed: number, balance: number) =>
    owed > 0
      ? `撤回了：账上扣了 ${taken} 分，还欠 ${owed} 分`
      : `撤回了：账上扣了 ${taken} 分，还有 ${balance} 分`,
} as const;
