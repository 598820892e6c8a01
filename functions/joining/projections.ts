import { Account } from '@niangjia/shared/account';
import type { CallBack } from '@niangjia/shared/audit/callBack';
import { Decision, OwnAct, Status } from '@niangjia/shared/joining/application';
import { OrgRef } from '@niangjia/shared/joining/session';
import type { Instant } from '@niangjia/shared/time';
import * as v from 'valibot';
import { noteCard } from '../cards.ts';
import { tell } from '../inbox.ts';
import { sweepAsked } from '../people.ts';
import { recordDecision } from '../records.ts';
import { StreamedBytes } from '../streamedBytes.ts';
import { allow, refusedIn } from '../subscriptions.ts';
import type { Item } from '../table.ts';
import { getApplication, isEnded, markRivals, markUnreachable, personIn } from './applications.ts';
import { putDrawn } from './audit/callBacks.ts';
import { backs, claimants } from './claims.ts';
import { movePassage } from './sessions.ts';

/** What the stream makes of changes to applications and claims: records, messages, consents, passages, marks. */

// Only what is used.
const Changed = v.object({
  pk: v.string(),
  round: v.number(),
  version: v.number(),
  status: Status,
  org: OrgRef,
  session: v.optional(v.string()),
  scannedAt: v.optional(v.number()),
  openedAt: v.number(),
  submittedAt: v.number(),
  shownAt: v.optional(v.number()),
  withdrawnAt: v.optional(v.number()),
  remind: v.optional(v.boolean()),
  bankCard: v.optional(
    v.object({
      status: v.string(),
      requestedAt: v.number(),
      issuedAt: v.optional(v.number()),
      by: v.optional(v.string()),
      consent: v.string(),
      remind: v.optional(v.boolean()),
    }),
  ),
  consents: v.object({ privacy: v.string(), realName: v.string(), pledge: v.string() }),
  own: v.optional(OwnAct),
  forgetAskedAt: v.optional(v.number()),
  correcting: v.optional(v.object({ idHash: v.optional(v.string()) })),
  cardNumber: v.optional(v.string()),
  idHash: v.string(),
  helpedBy: v.optional(v.string()),
  decision: v.optional(v.object({ ...Decision.entries, words: v.optional(StreamedBytes) })),
});

type Changed = v.InferOutput<typeof Changed>;

/** Counts what the person allowed with the tap that asked for a decision or a bank card. */
async function countConsents(person: string, { status, submittedAt, remind, bankCard }: Changed) {
  if (status === 'submitted' && remind) await allow(person, 'decision', submittedAt);
  if (bankCard?.remind) await allow(person, 'bankCard', bankCard.requestedAt);
}

/** Tells the person what became of their application and of their bank card. */
async function tellPerson(person: string, changed: Changed, now: Instant): Promise<void> {
  const { round, decision, bankCard } = changed;
  const about = String(round);
  if (!(decision || bankCard?.issuedAt) || (await hasAskedToBeForgotten(person))) return;
  if (decision) {
    const kind = decision.to === 'approved' ? 'applicationApproved' : 'applicationRejected';
    await tell(person, { kind, at: decision.at, about }, now);
  }
  if (bankCard?.issuedAt) await tell(person, { kind: 'bankCardIssued', at: bankCard.issuedAt, about }, now);
}

async function applicationChanged(item: Item, now: Instant): Promise<void> {
  const changed = v.parse(Changed, item);
  const id = personIn(item);
  await recordChanges(id, changed);
  if (changed.status === 'approved' && changed.decision?.drawn) await putDrawn(drawn(id, changed));
  if (changed.cardNumber) await noteCard(changed.cardNumber, id);
  if (changed.forgetAskedAt) {
    await sweepAgain(id, changed.forgetAskedAt);
  } else {
    await countConsents(id, changed);
    await tellPerson(id, changed, now);
  }
  const { version, status, session, decision, idHash, ...times } = changed;
  // The claim came before what stands behind it; its change may have been handled when this was not there yet.
  if (status === 'submitted') await claimsChanged(idHash);
  if (changed.correcting?.idHash) await claimsChanged(changed.correcting.idHash);
  if (session === undefined || times.scannedAt === undefined) return;
  const { scannedAt, openedAt, submittedAt, shownAt, bankCard } = times;
  const decidedAt = decision?.at;
  await movePassage(session, {
    person: id,
    scannedAt,
    openedAt,
    submittedAt,
    decidedAt,
    shownAt,
    bankRequestedAt: bankCard?.requestedAt,
    bankIssuedAt: bankCard?.issuedAt,
    status,
    version,
  });
}

/** Whether they have asked since the change that is being handled: there is nobody to tell any more. */
const hasAskedToBeForgotten = async (person: string): Promise<boolean> =>
  (await getApplication(person))?.forgetAskedAt !== undefined;

/**
 * What was told before went when they asked to be forgotten; a change from just before may have been handled
 * since then. What they have ahead is still to be given back. An old change that comes again of somebody who has
 * applied anew sweeps nothing.
 */
async function sweepAgain(person: string, askedAt: Instant): Promise<void> {
  const application = await getApplication(person);
  if (application?.forgetAskedAt === askedAt) await sweepAsked(person);
}

/** The approval that was drawn, as an auditor will call back about it. */
function drawn(person: string, { round, org, session, cardNumber, decision }: Changed): CallBack {
  const { by: approvedBy = '', at: approvedAt = 0, evidence } = decision ?? {};
  const about = { person, round, org, session, cardNumber, approvedBy, approvedAt, evidence };
  return { ...about, status: 'open', version: 1, tries: 0, accepted: [] };
}

/** Appends what was decided, and what the person did themself: taken back, corrected, consented to, left. */
async function recordChanges(id: string, changed: Changed): Promise<void> {
  const { round, org, session, cardNumber, decision, own, consents, status } = changed;
  const about = { person: id, round, org, session, cardNumber };
  const byThemself = { ...about, by: id };
  const { helpedBy } = changed;
  if (decision) await recordDecision({ ...about, helpedBy, kind: 'application', ...decision });
  if (changed.withdrawnAt) {
    const { withdrawnAt: at } = changed;
    await recordDecision({ ...byThemself, kind: 'application', at, from: 'submitted', to: 'withdrawn' });
  }
  if (own) await recordDecision({ ...byThemself, ...own });
  const given = { ...byThemself, kind: 'consent', from: 'none', to: 'given' } as const;
  if (status === 'submitted') {
    const fields = Object.keys(consents);
    const version = Object.values(consents).join(' ');
    await recordDecision({ ...given, at: changed.submittedAt, fields, version });
  }
  const { bankCard } = changed;
  if (bankCard?.by && bankCard.issuedAt) {
    const { by, issuedAt: at } = bankCard;
    const issued = { kind: 'bankCard', from: 'requested', to: 'issued', role: 'bankClerk' } as const;
    await recordDecision({ ...about, ...issued, by, at });
  }
  if (bankCard?.status === 'requested') {
    await recordDecision({ ...given, at: bankCard.requestedAt, fields: ['bank'], version: bankCard.consent });
  }
}

/**
 * Tells each waiting claimant's row in the queue how many others claim the same number. What counts
 * is who claims it now with something behind it, so a late or repeated change does no harm.
 */
async function claimsChanged(idHash: string): Promise<void> {
  const people = await claimants(idHash);
  const found = await Promise.all(people.map(getApplication));
  const standing = found.filter((application) => backs(application, idHash));
  for (const application of standing) {
    if (application.status !== 'submitted') continue;
    if ((application.rivals ?? 0) !== standing.length - 1) await markRivals(application, standing.length - 1);
  }
}

// Only what is used.
const ChangedAccount = v.pick(Account, ['version', 'decision']);

/**
 * Records what staff did to an account, and tells its person; where a WeChat account no longer leads
 * there, it is told so too, whoever holds that phone.
 */
async function accountChanged(item: Item, now: Instant): Promise<void> {
  const { version, decision } = v.parse(ChangedAccount, item);
  if (!decision) return;
  const person = personIn(item);
  const { previous, ...record } = decision;
  await recordDecision({ ...record, kind: 'account', person });
  const { at, to } = decision;
  const about = String(version);
  if (to === 'frozen') await tell(person, { kind: 'accountFrozen', at, about }, now);
  for (const told of previous ? [person, previous] : []) {
    await tell(told, { kind: 'accountMoved', at, about }, now);
  }
}

// Only what is used.
const ChangedCorrection = v.object({
  pk: v.string(),
  number: v.number(),
  org: OrgRef,
  sealed: v.object({ name: v.optional(v.unknown()), idNumber: v.optional(v.unknown()) }),
  status: v.picklist(['requested', 'approved', 'rejected', 'withdrawn']),
  decision: v.optional(
    v.object({
      by: v.string(),
      role: Decision.entries.role,
      authority: v.string(),
      at: v.number(),
      evidence: Decision.entries.evidence,
      words: v.optional(StreamedBytes),
    }),
  ),
});

/** Appends what was decided on a request to correct name or ID number, and tells the person. */
async function correctionChanged(item: Item, now: Instant): Promise<void> {
  const { number, org, sealed, status, decision } = v.parse(ChangedCorrection, item);
  if (!decision) return;
  const person = personIn(item);
  const fields = Object.keys(sealed);
  await recordDecision({
    kind: 'correction',
    person,
    org,
    fields,
    from: 'requested',
    to: status,
    ...decision,
  });
  if (await hasAskedToBeForgotten(person)) return;
  await tell(person, { kind: 'correctionDecided', at: decision.at, about: String(number) }, now);
}

/** One changed item. */
export async function projectJoining(item: Item, now: Instant): Promise<void> {
  if (item.sk === 'APPLICATION' && !isEnded(item)) await applicationChanged(item, now);
  if (item.sk === 'CORRECTION') await correctionChanged(item, now);
  if (item.sk === 'ACCOUNT') await accountChanged(item, now);
  if (refusedIn(item)?.template === 'decision') await markUnreachable(personIn(item));
  if (item.sk === 'CLAIMS') await claimsChanged(String(item.pk).slice('CLAIMS#'.length));
}
