import { Passage } from '@niangjia/shared/joining/board';
import { Consultations, Session } from '@niangjia/shared/joining/session';
import { Refusal } from '@niangjia/shared/refusal';
import * as v from 'valibot';
import {
  absent,
  atVersion,
  ConditionFailed,
  getItem,
  type Item,
  putItem,
  queryAll,
  queryItems,
} from '../table.ts';

/** Sessions, with everybody's passage through them and the staff's consultation counters in the same partition. */

const pkOf = (code: string) => `SESSION#${code}`;
const keyOf = (code: string) => ({ pk: pkOf(code), sk: 'SESSION' });
const passageKey = (code: string, person: string) => ({ pk: pkOf(code), sk: `PASSAGE#${person}` });
const consultationsKey = (code: string, staff: string) => ({ pk: pkOf(code), sk: `CONSULTATIONS#${staff}` });

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

const KEPT = 90 * 86_400;

/** Notes that somebody opened the form; the first time stays. Scans are kept for 90 days. */
export async function putPassage(code: string, passage: Passage): Promise<Passage> {
  const expiresAt = Math.floor(passage.openedAt / 1000) + KEPT;
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
  const expiresAt = Math.floor(passage.openedAt / 1000) + KEPT;
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

/** A session's passages and how many people its staff have talked to. */
export async function sessionTraffic(code: string): Promise<{ passages: Passage[]; consulted: number }> {
  const items = await queryAll({
    KeyConditionExpression: 'pk = :session',
    ExpressionAttributeValues: { ':session': pkOf(code) },
  });
  const of = (prefix: string) => items.filter((item) => String(item.sk).startsWith(prefix));
  return {
    passages: of('PASSAGE#').map((item) => v.parse(Passage, item)),
    consulted: of('CONSULTATIONS#').reduce((sum, item) => sum + v.parse(Consultations, item).people, 0),
  };
}

/** Changes one staff member's own counter. */
export async function putConsultations(
  code: string,
  staff: string,
  next: (current: Consultations) => Consultations,
): Promise<Consultations> {
  const item = await getItem(consultationsKey(code, staff));
  let current = item && v.parse(Consultations, item);
  for (let attempt = 1; attempt <= 3; attempt++) {
    const before = current ?? { code, staff, people: 0, version: 0, accepted: [] };
    const after = next(before);
    if (after === before) return after;
    try {
      await putItem(
        { ...after, ...consultationsKey(code, staff) },
        current ? atVersion(current.version) : absent,
      );
      return after;
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
      current = error.item && v.parse(Consultations, error.item);
    }
  }
  throw new Refusal('BUSY');
}
