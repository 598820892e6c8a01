/** Words of the card on paper. */
export const printTexts = {
  title: '打印会员卡',
  heading: '会员卡（纸质）',
  note: '打在一张 A4 纸上，沿虚线剪下或对折。',
  print: '打印（A4）',
  atDesk: '打印请在电脑上打开工作台，用“找会员”查这个卡号。',
  issuer: '中华全国总工会 · 会员卡',
  number: '会员卡号',
  since: (day: string) => `入会 ${day}`,
  printed: (day: string) => `打印 ${day}`,
  verify: '核验：到任何工会窗口，报会员卡号并出示身份证。纸上没有二维码，扫码核验请用手机里的会员卡。',
  later: '以后有了手机',
  steps: [
    '打开微信，搜小程序“娘家”。',
    '首页点“已经是会员，换了手机”，会出现一个绑定码。',
    '带身份证到工会窗口，工作人员核对后扫这个码，就绑好了。',
  ],
  lost: '这张卡丢了不要紧：带身份证到窗口，可以再打印一张，卡号不变。',
} as const;
