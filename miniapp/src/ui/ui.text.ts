/** Words of the shared parts of every screen. */
export const uiTexts = {
  back: '返回',
  change: '换一个',
  close: '收起',
  loading: '正在打开',
  required: '（必填）',
  care: '关怀模式',
  careNote: '字大、按钮大',
  on: '已开启',
  off: '未开启',
};
