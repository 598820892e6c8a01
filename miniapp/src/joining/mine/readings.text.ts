/** Words of who opened somebody's data. */
export const readingsTexts = {
  title: '谁看过我的资料',
  headline: '每次打开您的完整资料，都记在这里',
  note: '平时工会干部只看到遮住的姓名和证件号。这里不写个人姓名，有疑问可以请那个工会说明。',
  none: '还没有人打开过您的完整资料',
  noneNote: '工会干部平时只看到遮住的姓名和证件号。',
  further: '只列出最近 100 次，全部的可以导出。',
  roles: {
    reviewer: '审核人员',
    venueKeeper: '场馆人员',
    clubReviewer: '社团审核人员',
    finance: '财务人员',
    matchmaker: '红娘',
    bankClerk: '银行柜员',
    auditor: '审计人员',
    admin: '管理员',
  },
  purposes: {
    review: '审核申请',
    settle: '处理证件号冲突',
    correct: '核对姓名或证件号的更正',
    printCard: '给您打印会员卡',
    bindPhone: '给您绑定手机',
    lostPhone: '给您办手机丢失停用',
    callBack: '抽查回访',
  },
  as: (role: string, purpose: string) => `${role}，${purpose}`,
};
