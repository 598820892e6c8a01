/** Words of the shared parts of every screen. */
export const uiTexts = {
  back: '返回',
  change: '换一个',
  close: '收起',
  loading: '正在打开',
  photo: (place: number) => `第 ${place} 张照片`,
  sortedSome: '后面还有没读出来的，这里只排了已读出的。',
  print: '打印',
  printed: (when: string) => `打印件 · 截至 ${when}`,
  required: '（必填）',
  left: (letters: number) => `还能写 ${letters} 个字`,
  unread: (count: number) => `${count} 条没看过`,
  care: '关怀模式',
  careNote: '字大、按钮大',
  on: '已开启',
  off: '未开启',
};
