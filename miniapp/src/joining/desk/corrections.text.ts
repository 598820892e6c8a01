import { fieldNames } from '../fieldNames.text.ts';
import { caseTexts } from './case.text.ts';

/** Words of the requests to correct name or ID number, at the desk. */
export const correctionsTexts = {
  title: '更正核对',
  sentence: (people: number | undefined) =>
    people === undefined ? '更正姓名或证件号' : people === 0 ? '没有人在等核对' : `${people} 位在等核对`,
  table: '等核对的更正',
  columns: { name: '姓名', fields: '要改的', since: '提交', acts: '办理' },
  keys: '键盘：↓ ↑ 或 j、k 换一位，回车打开',
  fields: fieldNames,
  open: '打开核对',
  none: '这里没有人在等',
  noneNote: '会员在“我的资料”里提交后，会自己出现在这里。',
  toQueue: '去审核',
  first: '先列出最早的 25 位，处理后后面的会接上来。',
};

/** Words of one request, opened. */
export const correctionTexts = {
  title: '核对更正',
  heading: '看身份证，哪一边是对的',
  opening: '正在打开，并记下这次查看',
  recorded: '打开已记录：谁、什么时候、为什么看的，本人也能看到。',
  kept: '现在登记的',
  asked: '要改成的',
  changed: '有改动',
  facts: caseTexts.facts,
  reason: '本人说',
  requested: '提交',
  approve: '已核对证件，同意更正',
  reject: '不同意',
  words: '写一句话，告诉对方为什么',
  wordsMissing: '请写一句话，告诉对方为什么。',
  suggested: '和您出示的证件不一致，请带身份证再来一趟。',
  send: '不同意，发给对方',
  cancel: '再看看',
  contested: '这个证件号还有别人在用，要先处理',
  contestedFirst: '先处理好另一份，才能同意',
  contestedNote: '请看来人的身份证。不是本人的那份，在这里作废；分不清就不要同意更正。',
  void: '不是本人的，作废',
  elsewhere: (org: string) => `由${org}受理，请打电话给他们，当面核对后处理。`,
  correcting: (org: string) => `${org}的会员也申请更正成这个证件号，要先处理那一份。`,
  granted: '已更正，对方手机上马上看到',
  declined: '没有更正，对方手机上会看到您写的话',
  next: '看下一位',
};
