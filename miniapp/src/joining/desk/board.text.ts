import type { Figures } from '@niangjia/shared/joining/board';

type StepName = Figures['steps'][number]['step'];

/** Words of the board. */
export const boardTexts = {
  title: '现场看板',
  onDuty: (names: string) => `值班 ${names}`,
  poster: '看海报',
  review: (waiting: number) => (waiting > 0 ? `去审核（${waiting}）` : '去审核'),
  consulted: '咨询',
  opened: '打开表单',
  submitted: '提交',
  approved: '入会',
  rejected: '退回待补',
  less: '少记一位',
  more: '多记一位',
  clock: '从扫描到拿到电子会员卡，要多久？',
  people: (people: number) => `${people} 位的用时`,
  median: '一半的人不到',
  slowestTenth: '最慢的一成超过',
  slowestStep: '最慢的一步',
  noClock: '第一位拿到会员卡后，这里会出现用时。',
  steps: '每一步用时（一半的人不到）',
  short: '另有',
  bankClock: '从扫描到拿到银行卡，要多久？',
  promise: (minutes: number) => `承诺 ${minutes} 分钟`,
  noBankClock: '第一张银行卡办好后，这里会出现用时。',
  bankWaiting: '等办卡',
  bankLate: '超过承诺',
  persons: (people: number) => `${people} 位`,
  rate: '每 10 分钟入会几位？',
  noRate: '还没有人入会。',
  lately: (bars: number) => `最近 ${Math.round(bars / 6)} 小时`,
  waiting: '谁在等？',
  lateAfter: (minutes: number) => `超过 ${minutes} 分钟标红`,
  nobody: '现在没有人在等',
  table: '正在等的人',
  columns: ['姓名', '工作', '提交', '等了', '办理'],
  late: '久等',
  contested: '有冲突',
  look: '审核',
  further: (people: number) => `后面还有 ${people} 位`,
  furtherSome: '后面还有人在等',
} as const;

/** The steps of joining, as people call them. */
export const stepNames: Readonly<Record<StepName, string>> = {
  read: '看说明',
  fill: '填写',
  review: '等审核',
  show: '出卡',
  bank: '办银行卡',
};
