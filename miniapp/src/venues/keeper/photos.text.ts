import { ALBUM } from '@niangjia/shared/photos/album';

/** Words of the keepers' page about photos. */
export const photosTexts = {
  title: '场馆照片',
  sentence: (photos: number | undefined) =>
    photos === undefined ? '场馆照片' : photos === 0 ? '还没有照片' : `照片 ${photos} 张`,
  note: `最多 ${ALBUM} 张，会员按这里的顺序看到。照片里的位置和机型信息不会保存。`,
  none: '放几张照片，会员来之前就知道是什么样子',
  noneNote: '大门、前台、每个房间各一张就很好。',
  add: '添加照片',
  full: `已经有 ${ALBUM} 张了，先删掉一张再放`,
  words: (place: number) => `第 ${place} 张拍的是`,
  example: '比如：一层的四张乒乓球台',
  picture: (place: number, words: string) => words || `第 ${place} 张照片`,
  forward: '往前放',
  back: '往后放',
  remove: '删除',
  removeNow: '确定删除',
  keep: '不删',
} as const;
