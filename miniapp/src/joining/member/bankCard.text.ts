/** Words of the bank's card on the membership card's page. */
export const bankCardTexts = {
  title: '银行互助卡',
  about: '工会会员互助服务卡，由现场的银行柜员办理。',
  ask: '申请办卡',
  consentNote: '办卡要由银行核对您的身份，信息只用来办这张卡。不同意也不影响您的会籍。',
  consent: '同意把姓名、证件号、手机号交给办卡银行',
  tickFirst: '同意后才能办卡',
  send: '提交办卡',
  sending: '正在提交',
  notNow: '先不办',
  requested: '现场柜员正在办理',
  waited: (span: string) => `已等 ${span}`,
  step: '第 2 步，共 3 步',
  issued: (lastFour: string) => `已办好，尾号 ${lastFour}`,
  done: '已办好',
  took: (span: string) => `从扫描到银行卡用了 ${span}`,
};
