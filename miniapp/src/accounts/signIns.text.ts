/** Words of the list of web pages somebody is signed in on. */
export const signInsTexts = {
  title: '登录着的电脑',
  headline: (places: number) => `在 ${places} 处登录着`,
  note: '12 小时后自动退出。不认识的，请马上退出。',
  since: (time: string) => `${time} 登录`,
  here: '就是这里',
  end: '退出',
  endOf: (place: string) => `退出 ${place}`,
  endAll: '全部退出',
  ending: '正在退出',
  none: '没有在电脑上登录',
  noneNote: '在电脑的浏览器里打开“娘家”网页，用手机扫码就能登录。',
  scan: '扫码登录电脑',
};
