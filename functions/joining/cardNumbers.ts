import { updateItem } from '../table.ts';

/** Card numbers: 6-digit division and 6 digits from the division's one counter, so that none is used twice. */

/** From here on the division's numbers are running out; an alarm watches for `cardCounter` in the log. */
const ALARM_AT = 900_000;

/** Draws the next number of a division. A number drawn and not used leaves a gap, which is counted, not filled. */
export async function nextCardNumber(division: string): Promise<string> {
  const { last } = await updateItem(
    { pk: `DIVISION#${division}`, sk: 'CARDS' },
    {
      UpdateExpression: 'ADD #last :one',
      ExpressionAttributeNames: { '#last': 'last' },
      ExpressionAttributeValues: { ':one': 1 },
    },
  );
  const counter = Number(last);
  if (counter >= ALARM_AT) console.warn(JSON.stringify({ level: 'warn', division, cardCounter: counter }));
  if (counter > 999_999) throw new Error(`division ${division} has no card numbers left`);
  return `${division}${String(counter).padStart(6, '0')}`;
}
