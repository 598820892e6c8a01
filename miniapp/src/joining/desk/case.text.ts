import { fieldNames } from '../fieldNames.text.ts';

/** Words of one opened case. */
export const caseTexts = {
  title: '一份申请',
  recorded: '打开已记录：谁、什么时候、为什么看的，都会留下。',
  opening: '正在打开，并记下这次查看',
  facts: {
    ...fieldNames,
    person: '性别、年龄',
    birthDate: '出生日期',
    org: '申请加入',
    submitted: '提交',
    cardNumber: '会员卡号',
    helpedBy: '帮办',
  },
  phonesOf: { contact: '（家人或同事的，请他转告）', none: '没有电话' },
  helpedBy: { you: '您帮着填的', colleague: '同事帮着填的' },
  helpedByYou: '这份是您帮着填的，由您审核也可以，会留下记录供审计核对。',
  print: '打印会员卡',
  age: (years: number) => `${years} 岁`,
  again: (round: number) => `第 ${round} 次提交`,
  onSite: '现场',
  online: '线上',
  call: '打电话',
  unreachable: '收不到微信提醒，有了结果请打电话告诉一声',
  unreachableAtAll: '没法通知到他，有了结果请当面说一声',
  evidence: '凭什么通过',
  evidenceNone: '没有核对也可以入会，以后办补助、交友这类要实名的事，需要再核对一次。',
  chooseEvidence: '请先选一下凭什么通过',
  approveSeen: '已核对证件，通过',
  approve: '通过',
  reject: '退回',
  backToQueue: '看下一位',
  approved: (cardNumber: string | undefined) =>
    cardNumber ? `已通过，会员卡号 ${cardNumber}` : '已通过，会员卡已经到对方手机上',
  rejected: '已退回，对方手机上会看到要改哪里',
  voided: '已作废',
  statuses: {
    submitted: '等待审核',
    approved: '已是会员',
    rejected: '已退回',
    withdrawn: '本人已撤回',
    voided: '已作废',
  },
} as const;

/** Words of settling a number that several people claim. */
export const settleTexts = {
  heading: '同一个证件号，只能有一位',
  note: '请看来人的身份证，选出哪一份是他本人。其余的会作废，选中的随即通过。',
  notePerson: '如果是同一个人又填了一次，请保留已经是会员的那份。',
  thisOne: '刚打开的这份',
  otherOne: (place: number, others: number) => (others > 1 ? `另一份（${place}）` : '另一份'),
  choose: '这份是本人的',
  chosen: '已选为本人',
  elsewhere: (org: string) =>
    `这份由${org}受理，您这里只看得到一部分。请打电话给他们，请他们当面核对后处理。`,
  correcting: (org: string) =>
    `${org}的会员，申请把证件号更正成这一个。请先到“更正核对”里处理那一份，这里才能定。`,
  blocked: (org: string) => `还有一份在${org}，要等他们处理完才能定。`,
  notChosen: '请先选出哪一份是本人的',
  settleFirst: '证件看过了，通过本人的那份',
  settle: (others: number) => `证件看过了，通过这份，作废另外 ${others} 份`,
  keep: (others: number) => `证件看过了，保留会籍，作废另外 ${others} 份`,
  results: '处理结果',
  sameAsOthers: '一样',
  differs: '和另一份不一样',
} as const;
