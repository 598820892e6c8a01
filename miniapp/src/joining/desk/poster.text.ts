import { POSTER } from '@niangjia/shared/joining/session';
import { MINUTE } from '@niangjia/shared/time';

/** When a poster can be scanned. */
export const posterHours = `从开始前 ${POSTER.before / MINUTE} 分钟到结束后 ${POSTER.after / MINUTE} 分钟可以扫`;

/** Words of the poster. */
export const posterTexts = {
  title: '海报',
  heading: '贴在看得见的地方',
  note: `${posterHours}，其他时间扫了会转到在线申请。`,
  event: '职工沟通会',
  headline: '到现场，几分钟加入工会',
  scan: '微信扫一扫，几分钟入会',
  bring: '带上身份证号就行',
  picture: '沟通会的小程序码',
  place: '地点',
  time: '时间',
  print: '打印海报（A4）',
  toBoard: '看现场看板',
  preview: '看大图，长按可以转发',
  save: '保存到相册',
  saved: '已保存到相册',
  notSaved: '没有保存成功，请点“看大图”，长按图片保存。',
} as const;
