/** Words of a photo that is being sent. */
export const photoOnItsWayTexts = {
  preparing: '正在压缩',
  sending: '正在上传',
  sent: (part: number) => `${Math.round(part * 100)}%`,
  waiting: '没有传上去',
  giveUp: '不传了',
} as const;
