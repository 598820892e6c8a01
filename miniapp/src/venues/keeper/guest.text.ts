import type { Instant } from '@niangjia/shared/time';
import { clockOf } from '@niangjia/shared/time';

/** Words for booking a slot for a member, or letting one in. */
export const guestTexts = {
  heading: '帮会员订',
  when: '现在就用，还是先订下',
  ways: { now: '人到了，现在就用', later: '先订下' },
  now: '人到了，现在就用',
  somebody: '这位会员',
  found: '请和对方核对一下姓',
  book: (name: string) => `帮 ${name} 订下`,
  letIn: (name: string) => `让 ${name} 进来，并签到`,
  another: '换一位',
  booked: (name: string) => `帮 ${name} 订好了，已经告诉对方`,
  came: (name: string, at: Instant) => `${name} ${clockOf(at)} 签到了，可以进去了`,
} as const;
