import type { Refused } from '../../api/refused.ts';

/** Words of the queue. */
export const queueTexts = {
  title: '审核',
  /** The page's sentence; `people` is how many wait on site, once it is known. */
  sentence: (people: string | undefined) =>
    people === undefined ? '审核' : people === '0' ? '现场没有人在等' : `现场 ${people} 位在等`,
  todaySentence: (people: string) =>
    people === '' || people === '0' ? '今天办完的' : `今天办完 ${people} 位`,
  board: '看板',
  help: '帮人入会',
  helped: '帮办',
  lists: { onSite: '现场', online: '线上', today: '今日已办' },
  which: '看哪些申请',
  table: '等待审核的申请',
  columns: { seen: '已核对', name: '姓名', work: '工作', idNumber: '证件号', wait: '等了', acts: '办理' },
  keys: '键盘：↓ ↑ 或 j、k 换一位，空格勾选已核对，回车打开看全部',
  seen: '已核对',
  waited: '等了',
  waitedLong: '等久了',
  contested: '证件号有冲突',
  contestedNote: '请当面核对后处理',
  unreachable: '收不到微信提醒',
  settle: '当面对照',
  approve: '已核对证件，通过',
  reject: '退回',
  open: '打开看全部',
  openShort: '打开',
  choose: '办理这一位',
  together: (people: number) => `已核对的 ${people} 位，一起通过`,
  more: (people: number) => `再看后面 ${people} 位`,
  approved: '已通过',
  rejected: '已退回',
  voided: '已作废',
  byColleague: (name: string | undefined) => (name ? `${name} ` : '同事'),
  gone: '已不在等候中，正在查看结果',
  unknown: '已不在等候中，可能是本人撤回了',
  noOnSite: '这里没有人在等',
  noOnSiteNote: '有人提交后会自己出现在这里。',
  noOnline: '线上没有等待的申请',
  noOnlineNote: '有人提交后会自己出现在这里。',
  noToday: '今天还没有办过',
  noTodayNote: '办完的会记在这里。',
  toSessions: '看沟通会',
  denied: (people: number) => `${people >= 100 ? '100+' : people} 位会员说没有申请过`,
  deniedNote: '审计回访时说的，请核实',
  decidedTable: '今天办完的申请',
  decidedColumns: {
    name: '姓名',
    work: '工作',
    idNumber: '证件号',
    outcome: '结果',
    at: '时间',
    by: '经办',
    acts: '办理',
  },
  decidedKeys: '键盘：↓ ↑ 或 j、k 换一行，回车打开',
  outcome: '看哪种结果',
  all: '全部',
  noSuch: '今天没有这一种结果',
  decidedBy: (name: string) => `${name} 经办`,
} as const;

/** What stands for an application that has been decided. */
export const outcomeTexts = {
  approved: queueTexts.approved,
  rejected: queueTexts.rejected,
  voided: queueTexts.voided,
} as const;

/** A refusal that means somebody else was first: the row says what became of it instead. */
export const cameSecond = (refused: Refused | undefined) =>
  refused?.code === 'ALREADY_DECIDED' || refused?.code === 'NOT_FOUND';
