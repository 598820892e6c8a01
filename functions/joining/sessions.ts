import { Passage } from '@niangjia/shared/joining/board';
import { Consultation, Session } from '@niangjia/shared/joining/session';
import * as v from 'valibot';
import { joiningPolicy } from '../policies.ts';
import { absent, ConditionFailed, getItem, type Item, putItem, queryAll, queryItems } from '../table.ts';

/** Sessions, with everybody's passage through them and the staff's consultations in the same partition. */

const pkOf = (code: string) => `SESSION#${code}`;
const keyOf = (code: string) => ({ pk: pkOf(code), sk: 'SESSION' });
const passageKey = (code: string, person: string) => ({ pk: pkOf(code), sk: `PASSAGE#${person}` });

/** A session by its code. */
export async function getSession(code: string): Promise<Session | undefined> {
  const item = await getItem(keyOf(code));
  return item && v.parse(Session, item);
}

/** Stores a new session; when the same request stored it before, returns what is there. */
export async function putSession(session: Session): Promise<Session> {
  const order = String(session.startsAt).padStart(15, '0');
  const listed = { gsi1pk: `SESSIONS#${session.org.id}`, gsi1sk: `${order}#${session.code}` };
  try {
    await putItem({ ...session, ...keyOf(session.code), ...listed }, absent);
    return session;
  } catch (error) {
    if (error instanceof ConditionFailed && error.item) return v.parse(Session, error.item);
    throw error;
  }
}

/** A page of an org's sessions, latest first. */
export async function sessionsOf(org: string, start: Item | undefined) {
  const { items, last } = await queryItems({
    IndexName: 'gsi1',
    KeyConditionExpression: 'gsi1pk = :org',
    ExpressionAttributeValues: { ':org': `SESSIONS#${org}` },
    ScanIndexForward: false,
    ExclusiveStartKey: start,
    Limit: 20,
  });
  return { sessions: items.map((item) => v.parse(Session, item)), last };
}

/** Passages are kept as long as the policy says; in seconds since the epoch, for TTL. */
const keptUntil = async ({ openedAt }: Passage) =>
  Math.floor((openedAt + (await joiningPolicy(openedAt)).keepScans) / 1000);

/** Somebody's passage through a session, if they opened the form there. */
export async function getPassage(code: string, person: string): Promise<Passage | undefined> {
  const item = await getItem(passageKey(code, person));
  return item && v.parse(Passage, item);
}

/** Notes that somebody opened the form; the first time stays. */
export async function putPassage(code: string, passage: Passage): Promise<Passage> {
  const expiresAt = await keptUntil(passage);
  try {
    await putItem({ ...passage, ...passageKey(code, passage.person), expiresAt }, absent);
    return passage;
  } catch (error) {
    if (error instanceof ConditionFailed && error.item) return v.parse(Passage, error.item);
    throw error;
  }
}

/** Overwrites a passage with what a newer version of the application says; an older one changes nothing. */
export async function movePassage(code: string, passage: Passage): Promise<void> {
  const expiresAt = await keptUntil(passage);
  try {
    await putItem(
      { ...passage, ...passageKey(code, passage.person), expiresAt },
      {
        ConditionExpression: 'attribute_not_exists(pk) OR #version < :version',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':version': passage.version },
      },
    );
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
  }
}

const addPeople = (sum: number, item: Item) => sum + v.parse(Consultation, item).people;

/** A session's passages and how many people its staff have talked to. */
export async function sessionTraffic(code: string): Promise<{ passages: Passage[]; consulted: number }> {
  const items = await queryAll({
    KeyConditionExpression: 'pk = :session',
    ExpressionAttributeValues: { ':session': pkOf(code) },
  });
  const of = (prefix: string) => items.filter((item) => String(item.sk).startsWith(prefix));
  return {
    passages: of('PASSAGE#').map((item) => v.parse(Passage, item)),
    consulted: Math.max(0, of('CONSULTATION#').reduce(addPeople, 0)),
  };
}

/** Keeps one lot of people talked to, once a request. */
export async function putConsultation(
  code: string,
  staff: string,
  request: string,
  people: number,
): Promise<void> {
  try {
    await putItem({ pk: pkOf(code), sk: `CONSULTATION#${staff}#${request}`, people }, absent);
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
  }
}
