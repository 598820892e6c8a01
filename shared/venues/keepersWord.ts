import * as v from 'valibot';
import { Role } from '../roles.ts';

/** Why a keeper takes a place from somebody; the person is told it, each in a sentence of its own. */
export const reasonsToCancel = {
  repair: '设施要维修',
  event: '场馆有活动要用',
  staffing: '没有人手开门',
  hours: '开放时间有调整',
  rules: '不符合这间的使用规定',
} as const;
/** The same, and that the keeper themself was mistaken about one person. */
export const keeperReasons = { ...reasonsToCancel, mistake: '登记错了' } as const;
export const KeeperReason = v.picklist(
  Object.keys(keeperReasons) as [keyof typeof keeperReasons, ...(keyof typeof keeperReasons)[]],
  'CHOICE',
);
export type KeeperReason = v.InferOutput<typeof KeeperReason>;

/** What a keeper decided: who, when, at which venue, what their role rests on, and why. */
export const KeepersWord = v.object({
  by: v.string(),
  at: v.number(),
  venue: v.string(),
  authority: v.string(),
  /** As what, where it was not as a keeper. */
  role: v.optional(Role),
  reason: v.optional(KeeperReason),
});
export type KeepersWord = v.InferOutput<typeof KeepersWord>;
