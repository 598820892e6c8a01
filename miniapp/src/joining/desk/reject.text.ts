import type { rejectionReasons } from '@niangjia/shared/joining/application';
import type { MendableField } from '@niangjia/shared/joining/form';

/** Why an application goes back, by its code. */
export type Reason = keyof typeof rejectionReasons;

/** Words of sending an application back. */
export const rejectTexts = {
  heading: '退回，请对方修改',
  reason: '原因',
  fields: '请对方修改哪几项',
  words: '写一句话，告诉对方怎么改',
  send: '退回',
  cancel: '不退了',
};

/** A sentence to begin with, and the fields it is usually about; both can be changed. */
export const suggestions: Readonly<
  Record<Reason, { readonly words: string; readonly fields: readonly MendableField[] }>
> = {
  nameMismatch: { words: '姓名和身份证上的不一样，请照身份证改一下。', fields: ['name'] },
  idMismatch: { words: '身份证号和证件上的不一样，请照身份证改一下。', fields: ['idNumber'] },
  notHere: { words: '您的单位有自己的工会，请改选单位后再提交。', fields: ['employment'] },
  employmentUnclear: { words: '请把平台或单位的名称写完整。', fields: ['employment'] },
  phoneWrong: { words: '手机号打不通，请换一个能联系到您的号码。', fields: ['phone'] },
  notInPerson: { words: '请本人带身份证到现场，用自己的手机提交。', fields: [] },
  other: { words: '', fields: [] },
};
