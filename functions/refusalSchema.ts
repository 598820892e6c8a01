import { Time, text } from '@niangjia/shared/bounds';
import { type FieldCode, fieldTexts, type RefusalCode, refusals } from '@niangjia/shared/refusal';
import * as v from 'valibot';

/** Bodies of answers that are not a success, as the OpenAPI document describes them. */

const keysOf = <Key extends string>(table: Readonly<Record<Key, unknown>>) =>
  v.picklist(Object.keys(table) as [Key, ...Key[]]);

/** What answers.ts says when the answer is no. */
export const Refusal = v.object({
  code: keysOf<RefusalCode>(refusals),
  message: text(100),
  next: v.optional(v.object({ label: text(20), screen: v.optional(text(20)) })),
  details: v.optional(
    v.object({
      /** Each fault by the path of its field in the input. */
      fields: v.optional(v.record(text(100), keysOf<FieldCode>(fieldTexts))),
      /** What somebody else has decided before, when, and who it was. */
      outcome: v.optional(text(20)),
      decidedAt: v.optional(Time),
      decidedBy: v.optional(text(40)),
    }),
  ),
  requestId: text(64),
});

/** What API Gateway says by itself when it lets nobody through. */
export const Gateway = v.object({ message: text(200) });
