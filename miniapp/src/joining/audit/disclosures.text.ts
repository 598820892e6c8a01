import type { Purpose } from '@niangjia/shared/audit/record';

/** Words of the list of who opened whose data. */
export const disclosuresTexts = {
  title: '查阅记录',
  sentence: '谁打开过谁的完整资料',
  table: '查阅记录',
  columns: { at: '时间', member: '看了谁的', purpose: '为什么看', by: '谁看的', org: '会员所在工会' },
  purpose: '为什么看',
  everyPurpose: '全部',
};

export const purposeNames: Readonly<Record<Purpose, string>> = {
  review: '审核申请',
  settle: '处理证件号冲突',
  correct: '核对更正',
  printCard: '打印会员卡',
  bindPhone: '绑定手机',
  lostPhone: '办手机丢失停用',
  callBack: '抽查回访',
};
