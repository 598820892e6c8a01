import { sexes } from '@niangjia/shared/codes';
import { fieldNames } from '../fieldNames.text.ts';

/** Words of applying for membership. */
export const applyTexts = {
  title: '申请入会',
  tickFirst: '请先看过并同意',
  step: '第 2 步，共 2 步',
  kept: '草稿已存在手机里',
  to: (org: string) => `交给${org}`,
  otherUnion: '换一个工会',
  mendTitle: '改好标出的地方',
  mark: '请修改',
  ...fieldNames,
  namePlaceholder: '身份证上的姓名',
  idNumberPlaceholder: '18 位',
  idNumberHint: '性别、年龄从身份证号得出，不再问您',
  idNumberFacts: (sex: '1' | '2', age: number) => `${sexes[sex]}，${age} 岁，从身份证号得出，不再问您`,
  phonePlaceholder: '11 位',
  wechatPhone: '用微信手机号',
  wechatPhoneTaken: '已选微信绑定的手机号',
  typePhone: '改为输入',
  work: '您现在做什么工作',
  unitWorker: '单位职工',
  platform: '平台或公司',
  platformPlaceholder: '如 顺达快递 西城站',
  unit: '工作单位',
  unitPlaceholder: '单位全称',
  submit: '提交申请',
  submitting: '正在提交',
  submitAgain: '改好了，重新提交',
  toMend: (count: number) => `还有 ${count} 处要看一下`,
};

/** Words of choosing a union when there was no poster. */
export const unionTexts = {
  headline: '您想加入哪个工会',
  note: '有工作单位的，选单位的工会；送快递、外卖、开网约车等，选干活所在街道的联合工会。',
  search: '工会名称',
  placeholder: '如 新街口',
  basic: '单位工会',
  joint: '街道联合工会',
  more: '再看一些',
  none: '没有找到这个名字的工会',
  noneNote: '换个开头试试，比如街道名或单位名。',
};
