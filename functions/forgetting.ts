import type { Context } from 'aws-lambda';
import { forgetDue } from './joining/forgetDue.ts';

/** What one person takes at most, with retries. */
const ENOUGH = 10_000;

/** Every hour: forgets whose keeping period is over. What one run does not come to, or fails at, the next one does. */
export async function main(_event: unknown, context: Context): Promise<void> {
  const count = await forgetDue(Date.now(), () => context.getRemainingTimeInMillis() > ENOUGH);
  console.log(JSON.stringify({ level: 'info', ...count }));
  // An error is what an alarm sees; the run itself is over.
  if (count.failed > 0) throw new Error('not everybody could be forgotten');
}
