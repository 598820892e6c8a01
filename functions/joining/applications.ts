import { Application, type Approved, isMember } from '@niangjia/shared/joining/application';
import { type Ended, endedOf } from '@niangjia/shared/joining/forgetting';
import { Refusal } from '@niangjia/shared/refusal';
import type { Instant } from '@niangjia/shared/time';
import * as v from 'valibot';
import {
  absent,
  atVersion,
  ConditionFailed,
  countItems,
  getItem,
  getItems,
  type Item,
  type Operation,
  putItem,
  queryItems,
  queryPage,
  transact,
  updateItem,
} from '../table.ts';
import { becomeMember, giveUp, giveWay, reclaim, release } from './claims.ts';
import { dropCorrection } from './corrections.ts';

/** People's applications and memberships: one item a person. */

const keyOf = (person: string) => ({ pk: `PERSON#${person}`, sk: 'APPLICATION' });

/** Which queue somebody waits in: for a decision, or for their bank card. */
type Queue = 'QUEUE' | 'BANK';

/** As what somebody who is not live is kept; `trace`: they ended, see isEnded. */
type EndedAs = Ended['as'] | 'trace';

const lists = { application: 'REFUSED', membership: 'LEFT', trace: 'ENDED' } as const;

/**
 * Everybody of whom something is kept although nothing of theirs is live, by since when. Short, since a
 * refusal's words leave little room in a unit.
 */
const endedKey = (as: EndedAs, since: Instant) => ({
  gsi1pk: lists[as],
  gsi1sk: String(since).padStart(15, '0'),
});

/** A page of people who have been kept so since before a moment, oldest first; as the index saw it. */
export async function endedBefore(as: EndedAs, before: Instant, start: Item | undefined) {
  const { items, last } = await queryItems({
    IndexName: 'gsi1',
    KeyConditionExpression: 'gsi1pk = :ended AND gsi1sk <= :before',
    ExpressionAttributeValues: {
      ':ended': lists[as],
      ':before': String(before).padStart(15, '0'),
    },
    ProjectionExpression: 'pk',
    ExclusiveStartKey: start,
    Limit: 100,
  });
  return { people: items.map(personIn), last };
}

/** The queues' index: on-site first, then oldest first. Only who waits is in it. */
function queueKey(application: Application) {
  const { org, session, id } = application;
  const place = (queue: Queue, since: number) => ({
    gsi1pk: `${queue}#${org.id}`,
    gsi1sk: `${session ? 0 : 1}#${String(since).padStart(15, '0')}#${id}`,
  });
  if (application.status === 'submitted') return place('QUEUE', application.submittedAt);
  const ended = endedOf(application);
  if (ended) return endedKey(ended.as, ended.since);
  const bankCard = application.status === 'approved' ? application.bankCard : undefined;
  return bankCard?.status === 'requested' ? place('BANK', bankCard.requestedAt) : {};
}

/**
 * Parsed on the way in too, so that a field nobody declared, and nobody sealed, never reaches the table.
 * The person's id is in the key already; items stay under 1 KB, the size of one write unit.
 */
function toItem(application: Application): Item {
  const { id, ...rest } = v.parse(Application, application);
  return { ...rest, ...keyOf(id), ...queueKey(application) };
}
const fromItem = (item: Item) => v.parse(Application, { ...item, id: personIn(item) });
/** Left where a person ended, forgotten or bound to a member: who still holds a token of theirs starts nothing new. */
export const isEnded = (item: Item) => item.endedAs !== undefined;
const fromItemIfAny = (item: Item | undefined) => (item && !isEnded(item) ? fromItem(item) : undefined);

/** The person an application's item belongs to. */
export const personIn = (item: Item) => String(item.pk).slice('PERSON#'.length);

/** `<person>.<round>`: names one submission of one person. */
export const idOf = (application: Pick<Application, 'id' | 'round'>) =>
  `${application.id}.${application.round}`;
export function partsOf(id: string): { person: string; round: number } {
  const [person = '', round] = id.split('.');
  return { person, round: Number(round) };
}

/** A person's application, as it is now. */
export async function getApplication(person: string): Promise<Application | undefined> {
  return fromItemIfAny(await getItem(keyOf(person)));
}

/** What stands under a person: an application, or since when they have ended; neither where they never applied. */
export async function standingOf(
  person: string,
): Promise<{ readonly application?: Application; readonly endedAt?: Instant }> {
  const item = await getItem(keyOf(person));
  if (!item) return {};
  return isEnded(item) ? { endedAt: Number(item.endedAt) } : { application: fromItem(item) };
}

/** The same from an eventually consistent read, for showing only. */
export async function peekApplication(person: string): Promise<Application | undefined> {
  return fromItemIfAny(await getItem(keyOf(person), { eventual: true }));
}

/**
 * A person's application once it is approved, cheaply; nobody is refused because of what may be a
 * moment old: where there seems to be none, it is read again as it is now.
 */
export async function peekApproved(person: string): Promise<Approved | undefined> {
  const seen = await peekApplication(person);
  const application = seen?.status === 'approved' ? seen : await getApplication(person);
  return application?.status === 'approved' ? application : undefined;
}

/** Several people's, for showing only. */
export async function peekApplications(people: string[]): Promise<Application[]> {
  const items = await getItems(people.map(keyOf));
  return items.flatMap((item) => fromItemIfAny(item) ?? []);
}

type Write = (next: Application, current: Application | undefined) => Promise<void>;
const TRIES = 3;

/**
 * Decides on what is there and writes what comes of it, again from what has come in between when the
 * condition fails. `next` returns the very same state when there is nothing to write.
 */
async function change(
  start: Application | undefined,
  next: (current: Application | undefined) => Application,
  write: Write,
): Promise<Application> {
  let current = start;
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const after = next(current);
    if (after === current) return after;
    try {
      await write(after, current);
      return after;
    } catch (error) {
      if (!(error instanceof ConditionFailed) || error.position > 0) throw error;
      // Whoever signs in again is the member that the account was bound to.
      if (error.item && isEnded(error.item)) throw new Refusal('SIGN_IN');
      current = fromItemIfAny(error.item);
    }
  }
  throw new Refusal('BUSY');
}

const unchanged = (current: Application | undefined) => (current ? atVersion(current.version) : absent);

/** Writes a submission: at best one conditional put that expects nothing there. */
export function putSubmission(next: (current: Application | undefined) => Application): Promise<Application> {
  return change(undefined, next, (after, current) => putItem(toItem(after), unchanged(current)));
}

/** Writes something that is only about the application itself. */
export function putApplication(
  current: Application,
  next: (current: Application) => Application,
): Promise<Application> {
  return change(
    current,
    (now) => next(now ?? current),
    (after, before) => putItem(toItem(after), unchanged(before)),
  );
}

/** Part of a transaction: the application as it shall be, where it still is what was seen. */
export const putting = (before: Application, after: Application): Operation => ({
  Put: { Item: toItem(after), ...unchanged(before) },
});

/**
 * Part of a transaction: a person who had nothing, or nothing that stands, ends: forgotten, or their WeChat
 * account was bound to `as`. What they may be sending in the same moment finds this, and signs in again. The
 * trace goes with their data key, far later than any token of theirs.
 */
export const endPerson = (
  person: string,
  seen: Application | undefined,
  as: string,
  now: Instant,
): Operation => ({
  Put: {
    Item: { ...keyOf(person), endedAs: as, endedAt: now, ...endedKey('trace', now) },
    ...unchanged(seen),
  },
});

/** Part of a transaction: nothing tells any more that a person ended. */
export const dropTrace = (person: string, endedAt: Instant): Operation => ({
  Delete: {
    Key: keyOf(person),
    ConditionExpression: 'attribute_exists(endedAs) AND endedAt = :endedAt',
    ExpressionAttributeValues: { ':endedAt': endedAt },
  },
});

/** The request to correct name or ID number that waits on a membership. */
const pending = (application: Application) =>
  application.status === 'approved' ? application.correcting : undefined;

/** A request to correct that is not there any more: its item goes, and its claim on the number asked for. */
function requestAfter(before: Application, after: Application): Operation[] {
  const asked = pending(before);
  if (!asked || pending(after)) return [];
  const { idHash } = asked;
  return [dropCorrection(after.id), ...(idHash ? [release({ id: after.id, idHash })] : [])];
}

/** What becomes of the claim on the ID number; nothing, where a membership goes on. */
function claimAfter(before: Application, after: Application, alone: boolean): Operation[] {
  if (isMember(after)) return isMember(before) ? [] : [becomeMember(after, alone)];
  if (after.status === 'voided') return [giveWay(after, isMember(before))];
  return [isMember(before) ? giveUp(after) : release(after)];
}

/** Where the claim on the ID number stands in a decision's transaction. */
const CLAIM = 1;
/** Whether a decision was not written because the claims on the ID number do not allow it. */
export const isClaimRefused = (error: unknown) =>
  error instanceof ConditionFailed && error.position === CLAIM;

/**
 * Writes a decision, or an act of the person's own, together with what becomes of the claim on the ID number. Throws
 * what isClaimRefused knows when the claims do not allow it; for `alone` see becomeMember.
 */
export function putDecision(
  current: Application | undefined,
  alone: boolean,
  next: (current: Application | undefined) => Application,
): Promise<Application> {
  return change(current, next, (after, before) => {
    const seen = before ?? after;
    const more = [...claimAfter(seen, after, alone), ...requestAfter(seen, after)];
    if (more.length === 0) return putItem(toItem(after), unchanged(before));
    return transact([{ Put: { Item: toItem(after), ...unchanged(before) } }, ...more]);
  });
}

/** Holds where there is nothing that could stand on a claim, an ended person's trace included. */
const nothing = { ConditionExpression: `${absent.ConditionExpression} OR attribute_exists(endedAs)` };

/** Changes a claim, if what the person has is still what was seen; otherwise leaves all as it is. */
async function asSeen(id: string, seen: Application | undefined, claim: Operation): Promise<void> {
  try {
    await transact([{ ConditionCheck: { Key: keyOf(id), ...(seen ? unchanged(seen) : nothing) } }, claim]);
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
  }
}

/**
 * Lets a claim go that nothing stands on: one dropped after they applied again and were approved would
 * leave a membership that nobody's claim guards.
 */
export const dropClaim = (idHash: string, id: string, seen: Application | undefined) =>
  asSeen(id, seen, release({ idHash, id }));

/** Puts a lost claim back: one put back after the application was decided would have nothing to stand on. */
export const restoreClaim = (idHash: string, seen: Application) =>
  asSeen(seen.id, seen, reclaim({ idHash, id: seen.id }));

/** Marks a waiting application with how many others claim its number; nothing else of it changes. */
export async function markRivals({ id, idHash }: Application, rivals: number): Promise<void> {
  try {
    await updateItem(keyOf(id), {
      UpdateExpression: 'SET rivals = :rivals',
      ConditionExpression: '#status = :submitted AND idHash = :idHash',
      ExpressionAttributeNames: { '#status': 'status' },
      ExpressionAttributeValues: { ':rivals': rivals, ':submitted': 'submitted', ':idHash': idHash },
    });
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
  }
}

/** Notes that WeChat will not tell somebody of the decision after all; nothing else of it changes. */
export async function markUnreachable(person: string): Promise<void> {
  try {
    await updateItem(keyOf(person), {
      UpdateExpression: 'REMOVE remind',
      ConditionExpression: 'attribute_exists(remind)',
    });
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
  }
}

const PAGE = 25;

/** How many wait in one of an org's queues; 100 stands for 100 or more, which bounds what counting costs. */
function queueLength(queue: Queue, org: string): Promise<number> {
  return countItems({
    IndexName: 'gsi1',
    KeyConditionExpression: 'gsi1pk = :queue',
    ExpressionAttributeValues: { ':queue': `${queue}#${org}` },
    Limit: 100,
  });
}
/** How many wait for a decision of an org. */
export const decisionQueueLength = (org: string) => queueLength('QUEUE', org);
/** How many wait in an org for their bank card. */
export const bankQueueLength = (org: string) => queueLength('BANK', org);

/** A page of those who wait for a decision. */
export const decisionQueue = (org: string, session: string | undefined, start: Item | undefined) =>
  queuePage('QUEUE', org, session, start);
/** A page of those who wait for their bank card. */
export const bankQueue = (org: string, session: string | undefined, start: Item | undefined) =>
  queuePage('BANK', org, session, start);

/** A page of one of an org's queues; `session` keeps those of one session. */
async function queuePage(queue: Queue, org: string, session: string | undefined, start: Item | undefined) {
  const { items, last } = await queryPage(
    {
      IndexName: 'gsi1',
      KeyConditionExpression: session
        ? 'gsi1pk = :queue AND begins_with(gsi1sk, :onSite)'
        : 'gsi1pk = :queue',
      ...(session
        ? { FilterExpression: '#session = :session', ExpressionAttributeNames: { '#session': 'session' } }
        : {}),
      ExpressionAttributeValues: {
        ':queue': `${queue}#${org}`,
        ...(session ? { ':session': session, ':onSite': '0#' } : {}),
      },
      ExclusiveStartKey: start,
    },
    PAGE,
  );
  return { applications: items.map(fromItem), last };
}
