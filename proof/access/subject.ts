import type { RefusalCode } from '@niangjia/shared/refusal';
import type { Level } from './people.ts';

/** One request about one subject, as everybody sends it. */
export interface Subject {
  readonly title?: string;
  readonly input: unknown;
  /** Whose it is, and what a signed-in stranger is told instead; `none` where they are told of themselves. */
  readonly owner?: {
    readonly id: string;
    readonly strangers: RefusalCode | 'none';
    /** The answer of `none`, or what it must be like. */
    readonly nothing?: unknown;
  };
  /** From where a role reaches it, if not from the node itself and above. */
  readonly covers?: readonly Level[];
  /** What staff elsewhere are told, where NOT_YOURS would tell that there is somebody. */
  readonly elsewhere?: RefusalCode;
}
