/** Words of the membership card. */
export const cardTexts = {
  title: '我的会员卡',
  issuer: '中华全国总工会 · 会员',
  since: (year: string, month: number) => `${year}年${month}月起`,
  number: '会员卡号',
  qr: '会员码，给工作人员扫',
  show: (masked: string) => `出示给工作人员，对方只看到“有效”和 ${masked}`,
  renews: (seconds: number) => `${seconds} 秒后自动更新`,
  renewing: '正在更新',
  took: (span: string) => `从扫描到电子卡，用了 ${span}`,
  welcome: '欢迎您成为工会会员',
  suspended: '您撤回了同意，会籍暂停，会员码暂时不能用。重新同意就恢复。',
  resume: '看看怎么恢复',
  left: '您已经退会，这张卡不再有效。重新入会后卡号不变。',
  joinAgain: '重新入会',
  home: '返回首页',
};
