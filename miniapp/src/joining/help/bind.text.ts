/** Words of the code that a phone shows at the desk. */
export const bindCodeTexts = {
  title: '绑定手机',
  headline: '请给窗口的工作人员看',
  note: '在窗口入的会、换了手机或微信、丢了的手机找回来了，都在这里绑。请带身份证。',
  code: '绑定码',
  orTyped: '扫不了，就念这 8 位',
  left: (seconds: number) => `${Math.floor(seconds / 60)} 分 ${seconds % 60} 秒后自动换新码`,
  renewing: '正在换新码',
  noWechat: '请用您手机上的微信来绑定',
  noWechatNote: '在手机微信里打开小程序“娘家”，首页点“已经是会员，换了手机”。',
  home: '返回首页',
  waiting: '扫过以后，这里会自己变成会员卡。',
} as const;
