import { text } from '@niangjia/shared/bounds';
import { Details, type RefusalCode, refusals } from '@niangjia/shared/refusal';
import * as v from 'valibot';

/** Bodies of answers that are not a success, as the OpenAPI document describes them. */

/** What answers.ts says when the answer is no. */
export const Refusal = v.object({
  code: v.picklist(Object.keys(refusals) as [RefusalCode, ...RefusalCode[]]),
  message: text(100),
  next: v.optional(v.object({ label: text(20), screen: v.optional(text(20)) })),
  details: v.optional(Details),
  requestId: text(64),
});

/** What API Gateway says by itself when it lets nobody through. */
export const Gateway = v.object({ message: text(200) });
