import * as v from 'valibot';
import { DAY, MINUTE, SECOND } from '../time.ts';

/**
 * Numbers of joining that a city changes without a deploy, by writing a new version into the table (how:
 * docs/changing.md; there is no page for it yet); all spans in milliseconds.
 */
export const JoiningPolicy = v.object({
  version: v.number(),
  effectiveFrom: v.number(),
  /** How long somebody may wait for a decision before they are shown in red. */
  lateAfter: v.number(),
  /** Within how long of the scan the bank card is promised. */
  bankCardWithin: v.number(),
  /** How long rejected, withdrawn and voided applications are kept. */
  keepRefused: v.number(),
  /**
   * How long the register keeps a membership that has ended. Ten years are the shortest fixed term of
   * China's rules on archives, to which a union's register of members belongs; see decision 22.
   */
  keepMembership: v.number(),
  /** How long scans and passages are kept. */
  keepScans: v.number(),
  /** How many people one member of staff may help to join in an hour. */
  helpedAnHour: v.number(),
  /** The share of approvals that auditors call back about, drawn at random. */
  auditShare: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  /** After how many calls somebody who does not answer is let be. */
  callBackTries: v.number(),
  /** More approvals of one reviewer than this within this span are faster than people can look. */
  fastPeople: v.number(),
  fastWithin: v.number(),
  /** How long messages stay in somebody's inbox. */
  keepMessages: v.number(),
});
export type JoiningPolicy = v.InferOutput<typeof JoiningPolicy>;

/** The values a city starts with. */
export const firstJoiningPolicy: JoiningPolicy = {
  version: 1,
  effectiveFrom: 0,
  lateAfter: 3 * MINUTE,
  bankCardWithin: 8 * MINUTE,
  keepRefused: 30 * DAY,
  keepMembership: 3_653 * DAY,
  keepScans: 90 * DAY,
  helpedAnHour: 30,
  auditShare: 0.02,
  callBackTries: 3,
  fastPeople: 10,
  fastWithin: 100 * SECOND,
  keepMessages: 180 * DAY,
};
