import { posterHours } from './poster.text.ts';

/** Words of opening a session. */
export const openTexts = {
  title: '开一场沟通会',
  heading: '在哪里，什么时候',
  place: '地点',
  placeExample: '如“新街口快递分拣中心”',
  day: '日期',
  start: '开始',
  end: '结束',
  occupations: '主要面向',
  occupationsNote: '不选就是不限。海报谁都可以扫。',
  onDuty: '一起值班的同事',
  onDutyNote: '您自己已经算在内。',
  alone: '这个工会只有您一位审核人员。',
  open: '开好了，看海报',
  posterNote: `海报${posterHours}。`,
} as const;
