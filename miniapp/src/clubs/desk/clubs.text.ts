/** The states that the page lists. */
export type ClubState = 'applied' | 'active' | 'closed';

/** Words of the page of a union's clubs. */
export const clubsTexts = {
  title: '社团',
  sentences: {
    applied: (found: number) => (found > 0 ? `${found} 个社团等您审核` : '等审核的社团'),
    active: (found: number) => (found > 0 ? `${found} 个社团在办` : '在办的社团'),
    closed: () => '停办了的社团',
  } satisfies Record<ClubState, (found: number) => string>,
  lists: { applied: '等审核', active: '在办', closed: '停办' } satisfies Record<ClubState, string>,
  table: '社团',
  columns: { name: '社团', words: '做什么', union: '工会', leader: '负责人', since: '申请时间', acts: '' },
  lead: (name: string) => `${name} 带`,
  own: '您自己带的社团，请同事来办',
  approve: '同意',
  approved: (name: string) => `${name} 同意了，已经告诉负责人`,
  refuse: '不同意',
  refuseWhy: '为什么不同意，要改什么',
  refuseExample: '如：和已有的读书社重了，请合并',
  refused: (name: string) => `${name} 退回了，已经告诉负责人`,
  close: '停办',
  closeWhy: '为什么停办',
  closeExample: '如：一年没有活动，负责人同意停办',
  closeNote: '停办后不能再办活动、兑积分；账目和办过的活动都留着。',
  closed: (name: string) => `${name} 停办了，已经告诉负责人`,
  change: '换负责人',
  changeNote: '负责人退会、联系不上时，由工会指定。请新负责人出示会员卡。',
  cardNumber: (number: string) => `卡号 ${number.replace(/^(\d{4})(\d{2})/, '$1 $2 ')}`,
  cardCode: '刚扫到的会员码',
  sure: (name: string) => `让这位会员来带${name}`,
  another: '换一张卡',
  changed: (name: string, leader: string) => `${name} 由 ${leader} 带了，已经告诉两位`,
  repay: '记还款',
  owes: (points: number) => `还欠 ${points} 分，可以用钱还，也可以等以后的积分来抵`,
  owesNothing: '这个社团不欠积分。',
  repaidPoints: '还了几分',
  repaidWrong: (owed: number) => `请填 1 到 ${owed} 之间的整数`,
  score: '分',
  voucher: '收款凭证号',
  voucherExample: '如：银收〔2026〕31',
  repaid: '还了',
  repaidSaid: (name: string, yuan: string, owed: number) =>
    owed > 0 ? `${name} 还了 ${yuan}，还欠 ${owed} 分` : `${name} 还了 ${yuan}，不欠了`,
  none: { applied: '没有社团在等审核', active: '还没有社团在办', closed: '没有停办的社团' } satisfies Record<
    ClubState,
    string
  >,
  noneNote: '会员在手机上申请办社团，工会同意后就能办活动。',
  toOther: '看在办的',
  toApplied: '看等审核的',
} as const;
