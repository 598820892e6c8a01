/** Words of the report of an activity. */
export const reportTexts = {
  title: '活动总结',
  headline: '这次活动怎么样',
  note: '写几句，放几张现场的照片。工会看过以后放到交流展示，活动也才能评级。',
  words: '写几句',
  wordsExample: '比如：来了 31 位，读了三章，大家说下次还想读路遥',
  photos: (count: number, most: number) => `现场照片 ${count}/${most}`,
  photosNote: '拍到人的，请先问一声愿不愿意放出来。照片里的位置和机型信息不会保存。',
  add: '添加照片',
  full: (most: number) => `最多 ${most} 张，先删一张再放`,
  picture: (place: number) => `第 ${place} 张照片`,
  remove: '删除',
  sending: '照片还在上传，请等一下',
  noPhoto: '请至少放一张现场的照片',
  noWords: '请写几句，至少 5 个字',
  submit: '交总结',
  submitting: '正在提交',
} as const;
