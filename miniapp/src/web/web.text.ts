/** Words of signing in on a web page. */
export const webTexts = {
  title: '用手机扫码登录',
  ended: '这台电脑上的登录已经结束，请重新扫码。刚才填的内容都还在。',
  steps: [
    '打开微信里的“娘家”小程序',
    '在首页点“扫码登录电脑”，扫这个二维码',
    '在手机上核对，点“是我，确认登录”',
  ],
  code: '登录用的二维码',
  good: '二维码 2 分钟内有效。',
  over: '二维码过期了',
  another: '换一个二维码',
  forStaff: '这里是工会干部的工作台。职工办事，请在微信里打开“娘家”小程序。',
  signOut: '退出登录',
};
