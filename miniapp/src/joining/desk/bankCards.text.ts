/** Words of the bank clerk's queue. */
export const bankCardsTexts = {
  title: '办互助卡',
  sentence: (people: string | undefined) =>
    people === undefined ? '办银行互助卡' : people === '0' ? '没有人在等办卡' : `${people} 位在等办卡`,
  which: '给哪个工会办',
  table: '等办银行互助卡的会员',
  columns: ['姓名', '证件号', '会员卡号', '扫描后', '卡号末四位', '办理'],
  card: '会员卡',
  sinceScan: '扫描后',
  late: (minutes: number) => `超过 ${minutes} 分钟`,
  requested: (when: string) => `${when} 申请`,
  lastFour: '卡号末四位',
  digits: '4 位数字',
  fourDigits: '请填卡号最后四位数字',
  done: '已办好',
  busy: '正在登记',
  none: '这里没有人在等',
  noneNote: '会员在会员卡页面申请后，会自己出现在这里。',
  home: '返回首页',
  more: '再看后面的',
  justDone: '刚办好的',
  ending: (lastFour: string) => `尾号 ${lastFour}`,
} as const;
