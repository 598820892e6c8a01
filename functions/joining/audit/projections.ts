import { CallBackNote } from '@niangjia/shared/audit/callBack';
import { DisclosureRecord, isListed, RecordOrg } from '@niangjia/shared/audit/record';
import type { Instant } from '@niangjia/shared/time';
import * as v from 'valibot';
import { ListedDecision, listDecision, listDisclosure } from '../../entries.ts';
import { joiningPolicy } from '../../policies.ts';
import { recordDecision } from '../../records.ts';
import { StreamedBytes } from '../../streamedBytes.ts';
import type { Item } from '../../table.ts';
import { personIn } from '../applications.ts';
import { markIfFast } from './paces.ts';

/** What the stream makes of records, for those who audit them, and of what comes of calling back. */

// Only what is used.
const ChangedCallBack = v.object({
  round: v.number(),
  org: RecordOrg,
  session: v.optional(v.string()),
  cardNumber: v.optional(v.string()),
  note: v.optional(v.object({ ...CallBackNote.entries, words: v.optional(StreamedBytes) })),
});

async function callBackChanged(item: Item): Promise<void> {
  const { note, ...about } = v.parse(ChangedCallBack, item);
  if (note) await recordDecision({ ...about, ...note, kind: 'callBack', person: personIn(item) });
}

async function decisionRecorded(item: Item, now: Instant): Promise<void> {
  const record = v.parse(ListedDecision, item);
  if (!isListed(record.kind)) return;
  await listDecision(record);
  await markIfFast(record, await joiningPolicy(now));
}

/** One changed item. */
export async function projectAudit(item: Item, now: Instant): Promise<void> {
  const sk = String(item.sk);
  if (!String(item.pk).startsWith('PERSON#')) return;
  if (sk.startsWith('DECISION#')) await decisionRecorded(item, now);
  if (sk.startsWith('DISCLOSURE#')) await listDisclosure(v.parse(DisclosureRecord, item));
  if (sk.startsWith('CALLBACK#')) await callBackChanged(item);
}
