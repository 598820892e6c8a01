/** Words for taking a member's card: its code, or its number. */
export const cardPickTexts = {
  scan: process.env.TARO_ENV === 'weapp' ? '扫会员码' : '拍会员码',
  number: '或者输入会员卡号',
  numberExample: '12 位数字',
  numberWrong: '会员卡号是 12 位数字，请数一数',
  find: '查',
  unreadable: '没有读到会员码，请对准再试一次。',
} as const;
