import { DAY, HOUR } from '@niangjia/shared/time';

/** Words that the desk's pages about clubs share. */
export const clubDeskTexts = {
  keep: '先不',
  wordsFirst: '请先填写',
  somebody: '资料已删除',
  waited: (span: number) =>
    span < HOUR
      ? '不到 1 小时'
      : span < DAY
        ? `${Math.floor(span / HOUR)} 小时`
        : `${Math.floor(span / DAY)} 天`,
  /** How many there are, more of them perhaps behind what was read. */
  count: (name: string, found: number | undefined, rest: boolean) =>
    found === undefined ? name : `${name} ${found}${rest ? '+' : ''}`,
  list: '看哪一种',
  save: process.env.TARO_ENV === 'weapp' ? '发到微信里保存' : '存成表格',
  saved: process.env.TARO_ENV === 'weapp' ? '已发送，可以在聊天里打开' : '已存到这台设备的下载里',
  keys: '键盘：↓ ↑ 或 j、k 换一行，回车打开',
} as const;
