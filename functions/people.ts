import { deleteItem, queryAll } from './table.ts';

/** What is kept under one person's id, whichever feature put it there: for forgetting only. */

/** What has an end of its own: the application and account, the records, and counters that bound guessing. */
const STAYS = ['APPLICATION', 'ACCOUNT', 'DECISION#', 'DISCLOSURE#', 'MISSES#'];
/** How a reviewer works is looked into as long as the register has what they approved. */
const AUDITED = ['CALLBACK#'];

/** What is still ahead of who has just left is given back first; who does that deletes it. */
const GIVEN_BACK = ['CALENDAR'];

/** What they said is on the wall until their key goes, and they find it until then. */
const SAID = ['SAID#'];

/** Deletes what nothing stands on of who asks for it: messages, reminders, marks, appeals, a request to correct. Twice is once. */
export const sweepAsked = (person: string): Promise<void> =>
  deleteBut(person, [...STAYS, ...AUDITED, ...GIVEN_BACK, ...SAID]);

/** Deletes what nothing stands on any more when somebody is forgotten. Twice is once. */
export const sweep = (person: string): Promise<void> => deleteBut(person, [...STAYS, ...AUDITED]);

/** Deletes, of a person of whom nothing is kept any more, all but the records. */
export const sweepAll = (person: string): Promise<void> => deleteBut(person, STAYS);

async function deleteBut(person: string, stays: readonly string[]): Promise<void> {
  const items = await queryAll({
    KeyConditionExpression: 'pk = :person',
    ExpressionAttributeValues: { ':person': `PERSON#${person}` },
    ProjectionExpression: 'pk, sk',
    ConsistentRead: true,
  });
  const gone = items.filter(({ sk }) => !stays.some((kept) => String(sk).startsWith(kept)));
  await Promise.all(gone.map(({ pk, sk }) => deleteItem({ pk: String(pk), sk: String(sk) })));
}
