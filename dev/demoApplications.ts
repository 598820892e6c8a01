import { orgs, workers } from '@niangjia/shared/cast';
import type { RequestOf, ResponseOf } from '@niangjia/shared/contract';
import { joining } from '@niangjia/shared/joining/contract';
import { consentVersions } from '@niangjia/shared/joining/form';
import { type Caller, callAs } from './client.ts';
import { openidOf } from './wechatCodes.ts';
import { standInTemplates } from './wechatMessages.ts';

/** Workers of the cast apply in a running stack, at a session or online, and are decided on. */

export type Worker = keyof typeof workers;
export type Ruling = Omit<RequestOf<typeof joining.decideApplication>, 'id'>;
type Form = RequestOf<typeof joining.submitApplication>;

export interface Applicant {
  readonly name: Worker;
  readonly employment: Form['employment'];
  readonly education: Form['education'];
  /** The session's code; online without one. */
  readonly session?: string | undefined;
  /** Whether they want to be reminded in WeChat. */
  readonly remind?: true;
}

const org = orgs.xinjiekouJoint.id;

async function visit(worker: Caller, session: string | undefined): Promise<string> {
  if (!session) return (await worker(joining.openForm, { from: 'online', org })).visit;
  const { scan } = await worker(joining.getSession, { code: session });
  return (await worker(joining.openForm, { from: 'poster', scan })).visit;
}

/** What WeChat knows once somebody has tapped "allow" in its question. */
async function allow(name: Worker): Promise<void> {
  const body = JSON.stringify({ openid: openidOf(name), template: standInTemplates.decision });
  await fetch(`${process.env.WECHAT_URL}/standin/subscriptions`, { method: 'POST', body });
}

/** Sends this person's application unless they have one; the id of a new one. */
export async function apply(api: string, applicant: Applicant): Promise<string | undefined> {
  const worker = await callAs(api, applicant.name);
  const mine: ResponseOf<typeof joining.getMyApplication> = await worker(joining.getMyApplication, {});
  if (mine.status !== 'none') return undefined;
  const { name, idNumber, phone } = workers[applicant.name];
  if (applicant.remind) await allow(applicant.name);
  const { id } = await worker(joining.submitApplication, {
    visit: await visit(worker, applicant.session),
    name,
    idNumber,
    phone: { kind: 'typed', number: phone },
    ethnicity: '01',
    education: applicant.education,
    political: '13',
    employment: applicant.employment,
    consents: consentVersions,
    remind: applicant.remind,
  });
  return id;
}

/** Decides an application as a reviewer does: from the queue, which names the round that was seen. */
export async function decide(
  reviewer: Caller,
  queue: { session: string } | { org: string },
  id: string,
  ruling: Ruling,
): Promise<void> {
  const { applications } = await reviewer(joining.listApplications, queue);
  const row = applications.find((application) => application.id.startsWith(id));
  if (row) await reviewer(joining.decideApplication, { id: row.id, ...ruling });
}

/** Makes somebody of the cast a member, who joined online; whoever has applied before stays as they are. */
export async function becomeMember(api: string, name: Worker): Promise<void> {
  const employment = { kind: 'newForm', occupation: 'courier', platform: '顺达快递' } as const;
  const id = await apply(api, { name, employment, education: '40' });
  if (id)
    await decide(await callAs(api, 'limin'), { org }, id, { outcome: 'approved', evidence: 'seenAtDesk' });
}
