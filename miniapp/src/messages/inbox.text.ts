/** Words of the inbox. */
export const inboxTexts = {
  title: '消息',
  unread: (count: number) => `${count} 条没看过`,
  allRead: '都看过了',
  newOne: '未读',
  where: (room: string, house: string) => `${room} · ${house}`,
  more: '再看一些',
  none: '还没有消息',
  noneNote: '申请有了结果、卡办好了，都会在这里告诉您。',
  home: '返回首页',
};
