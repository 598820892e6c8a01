/** Words of what somebody has in clubs. */
export const mineTexts = {
  title: '我的社团',
  headline: '我的活动',
  asked: '请您接手',
  leads: '我带的',
  states: { applied: '等审核', refused: '要改一下', closed: '停办了' },
  ahead: '接下来',
  none: '还没有报名的活动',
  noneNote: '看看社团有什么活动可以报名。',
  find: '去看看社团',
  clubs: '我的社团',
  take: (name: string) => `请您来带“${name}”`,
  takeNote: '现在的负责人想请您接手，打开看看',
  signedUp: '已报名',
  came: '已签到',
  isOn: '可以签到',
} as const;
