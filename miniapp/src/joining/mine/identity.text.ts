import { fieldNames } from '../fieldNames.text.ts';

/** Words of asking to have name or ID number corrected. */
export const identityTexts = {
  title: '更正姓名或证件号',
  headline: '写上和身份证一致的内容',
  note: '姓名和证件号要和身份证核对。提交后带身份证到所在工会，核对好就生效。',
  now: (masked: string) => `现在登记的是 ${masked}，不改就空着`,
  ...fieldNames,
  namePlaceholder: '身份证上的姓名',
  idNumberPlaceholder: '18 位',
  reason: '为什么要改',
  reasonPlaceholder: '如 登记时写错了一位',
  send: '提交更正',
  sending: '正在提交',
  waiting: '等工会核对',
  waitingNote: '请带身份证到所在工会，工作人员看过证件就生效。这期间会员卡照常用。',
  asked: '要改的',
  askedAt: '提交时间',
  withdraw: '撤回更正',
  withdrawAsk: '撤回后，姓名和证件号保持现在的样子。以后还可以再提交。',
  withdrawYes: '确定撤回',
  withdrawNo: '不撤回',
  withdrawing: '正在撤回',
  approved: (when: string) => `上次的更正已在 ${when} 核对生效。`,
  rejected: (when: string) => `上次的更正在 ${when} 没有通过。`,
  said: '工会说',
};
