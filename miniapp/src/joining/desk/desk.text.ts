/** Words of the frame around every page of the staff. */
export const deskTexts = {
  brand: '娘家 · 工会',
  pages: { sessions: '沟通会', queue: '审核', bankCards: '办互助卡' },
  navigation: '工作台',
  care: '大字',
  careOn: '大字已打开，点一下换回',
  careOff: '字太小，点一下换成大字',
  back: '返回',
  notStaff: '这里是工会干部的工作台',
  notStaffNote: '您的账号还没有开通这一项，请联系上级工会开通。',
  home: '返回首页',
  incomplete: '链接不完整，请重新打开。',
  toSessions: '看沟通会',
  toQueue: '去审核',
  unit: '单位职工',
  changeOrg: '换一个工会',
  keepOrg: '收起',
  unions: '看哪个工会',
  /** The count stops at 100. */
  waitingThere: (people: number) => (people >= 100 ? '100 位以上在等' : `${people} 位在等`),
  nobodyThere: '没有人在等',
  moreUnions: '再看后面的工会',
};
