/** The states that the page lists, in the order of their way. */
export type Listed = 'requested' | 'reviewed' | 'paid' | 'returned';
/** What staff do with one. */
export type Act = 'approve' | 'refuse' | 'pay' | 'decline' | 'return' | 'payAgain' | 'cancel';

/** Words of the page on which money is agreed to and paid. */
export const redemptionsTexts = {
  title: '补助兑换',
  sentences: {
    requested: (found: number, yuan: string) =>
      found > 0 ? `${found} 笔等审核，共 ${yuan}` : '等审核的兑换',
    reviewed: (found: number, yuan: string) => (found > 0 ? `${found} 笔等付款，共 ${yuan}` : '等付款的兑换'),
    paid: (found: number, yuan: string) => (found > 0 ? `付了 ${found} 笔，共 ${yuan}` : '付了的兑换'),
    returned: (found: number, yuan: string) =>
      found > 0 ? `银行退回 ${found} 笔，共 ${yuan}` : '银行退回的兑换',
  } satisfies Record<Listed, (found: number, yuan: string) => string>,
  some: '，后面还有',
  lists: { requested: '待审核', reviewed: '待付款', paid: '已付', returned: '银行退回' } satisfies Record<
    Listed,
    string
  >,
  table: '兑换',
  columns: {
    club: '社团',
    points: '积分',
    fen: '金额',
    askedAt: '申请',
    reviewed: '经办',
    acts: '',
  },
  points: (points: number) => `${points} 分`,
  year: (year: string) => `${year} 年额度`,
  asked: (when: string) => `${when} 申请`,
  reviewedBy: (name: string, when: string) => `${name} ${when} 审核`,
  paid: (when: string, voucher: string) => `${when} 付，凭证 ${voucher}`,
  acts: {
    approve: '同意',
    refuse: '不同意',
    pay: '付款了',
    decline: '不付',
    return: '银行退回了',
    payAgain: '又付了',
    cancel: '取消',
  } satisfies Record<Act, string>,
  refuseWhy: '为什么不同意',
  refuseExample: '如：活动还在核实',
  voucher: '凭证号',
  voucherExample: '如：银付〔2026〕118',
  returnWhy: '银行为什么退回',
  returnExample: '如：账号和户名对不上',
  cancelWhy: '为什么取消',
  cancelExample: '如：社团账户已注销',
  back: '积分会回到社团账上，额度也还回来。',
  done: {
    approve: (club: string, yuan: string) => `${club} ${yuan} 审核通过，等财务付款`,
    refuse: (club: string, yuan: string) => `${club} ${yuan} 没有同意，积分退回去了`,
    pay: (club: string, yuan: string) => `${club} ${yuan} 记为已付`,
    decline: (club: string, yuan: string) => `${club} ${yuan} 没有付，积分退回去了`,
    return: (club: string, yuan: string) => `${club} ${yuan} 记为银行退回`,
    payAgain: (club: string, yuan: string) => `${club} ${yuan} 记为又付了`,
    cancel: (club: string, yuan: string) => `${club} ${yuan} 取消了，积分退回去了`,
  } satisfies Record<Act, (club: string, yuan: string) => string>,
  none: {
    requested: '没有兑换在等审核',
    reviewed: '没有兑换在等付款',
    paid: '还没有付过',
    returned: '没有被银行退回的',
  } satisfies Record<Listed, string>,
  noneNote: {
    requested: '社团负责人申请兑换，街道的社团审核先看。',
    reviewed: '街道审核通过以后，会出现在这里。',
    paid: '付款并填了凭证号以后，会出现在这里。',
    returned: '付出去的钱被银行退回时，在“已付”里记一下。',
  } satisfies Record<Listed, string>,
  toOther: '看待付款的',
  toPaid: '看已付的',
} as const;

/** Words of the list for the bank. */
export const payListTexts = {
  heading: '付款清单',
  note: '所有等付款的，一行一笔，金额是数字，可以直接求和。',
  prepare: '整理付款清单',
  preparing: (rows: number) => `正在整理，已有 ${rows} 笔`,
  ready: (rows: number, yuan: string) =>
    rows === 0 ? '现在没有等付款的' : `整理好了，${rows} 笔，共 ${yuan}`,
  sheet: '付款清单',
  fileName: (union: string, day: string) => `${union}-社团补助付款清单-${day}.xlsx`,
  columns: ['社团', '工会', '积分', '金额（元）', '额度年份', '申请时间', '审核人', '审核时间', '编号'],
} as const;
