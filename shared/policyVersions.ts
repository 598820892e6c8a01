import type { RefusalCode } from './refusal.ts';
import { DAY, type Instant, MINUTE } from './time.ts';

/** Policies come in versions, each from a moment on; what holds for those of any feature. */

export interface PolicyVersion {
  readonly version: number;
  readonly effectiveFrom: number;
}
/** The next one that somebody asks for: after which version that they saw, and from when. */
export interface Draft {
  readonly after: number;
  readonly effectiveFrom: Instant;
}

/** Running functions read policy every five minutes: a version holds from later than that, for all at once. */
export const POLICY_AHEAD = 10 * MINUTE;
/** Nobody decides for longer ahead than a year; a slip of the finger does. */
const POLICY_WITHIN = 366 * DAY;

/** The versions that one from then on takes the place of: none of them has begun, since it begins ahead itself. */
export const replacedFrom = <T extends Pick<PolicyVersion, 'effectiveFrom'>>(
  versions: readonly T[],
  effectiveFrom: Instant,
): T[] => versions.filter((version) => version.effectiveFrom >= effectiveFrom);

/** Why a version can't be the next one, whatever its numbers. */
export function whyNotNext(
  versions: readonly PolicyVersion[],
  { after, effectiveFrom }: Draft,
  now: Instant,
): RefusalCode | undefined {
  const latest = versions[versions.length - 1];
  if (!latest || latest.version !== after) return 'POLICY_CHANGED';
  if (effectiveFrom < now + POLICY_AHEAD) return 'POLICY_TOO_SOON';
  return effectiveFrom > now + POLICY_WITHIN ? 'POLICY_TOO_FAR' : undefined;
}
