import { clockOf, type Instant, SECOND, saySpan } from '@niangjia/shared/time';

/** The clock with seconds: what is too fast is told in them. */
const toTheSecond = (at: Instant) => {
  const seconds = Math.floor(at / SECOND) % 60;
  return `${clockOf(at)}:${String(seconds).padStart(2, '0')}`;
};

/** Words of the list of reviewers who approved faster than people can look. */
export const pacesTexts = {
  title: '提示',
  sentence: (days: number | undefined, more: boolean) =>
    days === undefined
      ? '审核太快的提示'
      : days === 0
        ? '没有审核太快的'
        : `${days}${more ? '+' : ''} 条审核太快的提示`,
  rule: (people: number, within: number) =>
    `${saySpan(within)}里通过超过 ${people} 位、又没有先逐个打开看过的，会列在这里。请核实，不等于做错了。`,
  table: '审核太快的提示',
  columns: {
    day: '日期',
    by: '审核人',
    org: '工会',
    stretches: '太快的几段',
    approved: '当天通过',
    acts: '',
  },
  stretch: (from: Instant, to: Instant, people: number) =>
    to - from < SECOND
      ? `${toTheSecond(from)} 一次通过 ${people} 位`
      : `${toTheSecond(from)} 到 ${toTheSecond(to)}，${saySpan(to - from)}通过 ${people} 位`,
  opened: (opened: number) => (opened === 0 ? '都没有先打开看过' : `其中 ${opened} 位先打开看过`),
  approved: (people: number) => `${people} 位`,
  dayOf: (day: string) => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`,
  see: '看这些决定',
  none: '这里没有审核太快的',
  noneNote: '有的话会自己列出来，附上时间和人数。',
  toDecisions: '看决定记录',
  keys: '键盘：↓ ↑ 或 j、k 换一行，回车看这些决定',
};
