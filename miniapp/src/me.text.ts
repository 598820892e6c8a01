/** Words of the tab of one's own. */
export const meTexts = {
  title: '我的',
  own: '我的入会',
  myData: '我的资料',
  myDataNote: '看、更正、撤回同意、退会',
  clubs: '我的社团',
  clubsNote: '报名的活动、签到、确认去没去',
  settings: '设置',
  desk: '工会工作台',
};
