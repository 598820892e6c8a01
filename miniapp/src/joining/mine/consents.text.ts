/** Words of what somebody has agreed to, and of what withdrawing it means. */
export const consentsTexts = {
  title: '我同意过的',
  headline: '每一项都可以单独撤回',
  note: '撤回前先看看会怎样。撤回只管以后，不影响以前办过的事。',
  none: '您还没有同意过什么',
  names: {
    privacy: '隐私说明',
    realName: '实名信息单独同意',
    pledge: '入会誓词',
    bank: '把资料交给办卡银行',
  },
  given: (when: string, version: string) => `${when} 同意，${version} 版`,
  spoken: (when: string) => `${when} 宣读`,
  withdrawnAt: (when: string) => `${when} 撤回`,
  inForce: '有效',
  withdrawn: '已撤回',
  /** What withdrawing does, said before the tap. */
  rests:
    '撤回后，会籍暂停：会员码不能用，工会不再打开、使用您的资料，只按规定存着。重新同意就恢复。想删除资料，请退会。',
  restsAtBank: '正在排队的银行互助卡也会取消。',
  takesBack: (days: number) => `撤回后，这份申请一起撤回，资料 ${days} 天后删除。`,
  leavesQueue: '撤回后，办卡申请从柜员那里取消，会籍不受影响。以后想办可以再申请。',
  dropsDigits: '撤回后，我们删掉卡号后四位。卡已经办好，银行留存的资料由银行负责，要销卡请找银行。',
  pledge: '誓词是入会时说的话，不能单独撤回。不想再当会员，可以退会。',
  toLeave: '看看退会',
  withdraw: '撤回同意',
  yes: '确定撤回',
  no: '不撤回',
  withdrawing: '正在撤回',
  giveAgain: '重新同意',
  giving: '正在恢复',
  tickFirst: '请先看过并勾选',
};
