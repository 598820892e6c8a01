import { OrgRef, Session } from '@niangjia/shared/joining/session';
import { Refusal } from '@niangjia/shared/refusal';
import { DAY, type Instant } from '@niangjia/shared/time';
import * as v from 'valibot';
import { sealValue, unsealValue } from '../secrets.ts';

/**
 * A scan and a visit travel on the phone, sealed for one person, so that what happens between the
 * poster and the submission costs no reads: where and when is inside.
 */

const Scan = v.object({
  code: Session.entries.code,
  org: OrgRef,
  startsAt: v.number(),
  endsAt: v.number(),
  scannedAt: v.number(),
});
export type Scan = v.InferOutput<typeof Scan>;

const Visit = v.object({
  session: v.optional(v.string()),
  org: OrgRef,
  scannedAt: v.optional(v.number()),
  openedAt: v.number(),
});
export type Visit = v.InferOutput<typeof Visit>;

/** A form opened on the phone of somebody of the staff: for whom, a person made for it. */
const HelpedVisit = v.object({ ...Visit.entries, person: v.string() });
export type HelpedVisit = v.InferOutput<typeof HelpedVisit>;

const LIFETIME = DAY;

async function sealed(purpose: string, value: Scan | Visit | HelpedVisit, person: string): Promise<string> {
  return Buffer.from(await sealValue(purpose, value, person)).toString('base64url');
}

async function opened(purpose: string, text: string, person: string): Promise<unknown> {
  const value = await unsealValue(purpose, Buffer.from(text, 'base64url'), person);
  if (!value) throw new Refusal('VISIT_EXPIRED');
  return value;
}

export const sealScan = (scan: Scan, person: string) => sealed('scan', scan, person);
export const sealVisit = (visit: Visit, person: string) => sealed('visit', visit, person);

export const sealHelpedVisit = (visit: HelpedVisit) => sealed('helped', visit, '');

/** Opens a form that staff opened for somebody, however old; throws VISIT_EXPIRED for what is not ours. */
export const openHelpedVisit = async (text: string): Promise<HelpedVisit> =>
  v.parse(HelpedVisit, await opened('helped', text, ''));

/** Whether a form has been open for too long. */
export const isOver = ({ openedAt }: Visit, now: Instant): boolean => now - openedAt > LIFETIME;

/** Opens a scan of this person's; throws VISIT_EXPIRED. */
export async function openScan(text: string, person: string, now: Instant): Promise<Scan> {
  const scan = v.parse(Scan, await opened('scan', text, person));
  if (now - scan.scannedAt > LIFETIME) throw new Refusal('VISIT_EXPIRED');
  return scan;
}

/** Opens a visit of this person's; throws VISIT_EXPIRED. */
export async function openVisit(text: string, person: string, now: Instant): Promise<Visit> {
  const visit = v.parse(Visit, await opened('visit', text, person));
  if (isOver(visit, now)) throw new Refusal('VISIT_EXPIRED');
  return visit;
}
