import { type Instant, sayDay } from '@niangjia/shared/time';

/** Words of the page of a club's members, and of handing the club over. */
export const membersTexts = {
  title: '社团成员',
  headline: (count: number, more: boolean) => (more ? `成员 ${count} 人以上` : `成员 ${count} 人`),
  since: (since: Instant) => `${sayDay(since)} 加入`,
  somebody: '会员',
  leads: '负责人',
  more: '再看后面的',
  handOver: '换人来带',
  handOverNote: '请社团里的一位成员出示会员卡。对方在手机上同意以后，由对方来带；在那之前还是您带。',
  start: '换人来带这个社团',
  keep: '不换了',
  asked: (name: string) => `已经请了 ${name}，等对方同意`,
  askedNote: '对方的消息里能看到，打开点“我来带”就行。',
  alone: '还没有别的成员，先请大家加入社团。',
} as const;
