import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Failure, runCommand } from './failure.ts';
import { portsFromEnvironment } from './ports.ts';
import { root } from './root.ts';

/**
 * `npm run ledger:verify -- --stage <stage>`: replays every club's ledger and names the first entry that does not
 * follow; ends with 1 where one does not. `local` is the stack of `npm start`, while it runs; of another stage it
 * reads the table, with the credentials and the region in the environment. It writes nothing.
 */

function stageAsked(): string {
  const [option, stage, ...more] = process.argv.slice(2);
  if (option !== '--stage' || !stage || more.length > 0 || !/^[a-z][a-z0-9-]*$/.test(stage))
    throw new Failure('Say of which stage: npm run ledger:verify -- --stage local');
  return stage;
}

/** Gives the stores their table. */
function enter(stage: string): void {
  const env = join(root, '.env');
  if (existsSync(env)) process.loadEnvFile(env);
  if (stage === 'local') {
    const { database } = portsFromEnvironment();
    process.env.DYNAMODB_ENDPOINT ??= `http://127.0.0.1:${database}`;
    process.env.TABLE_NAME ??= 'niangjia-local';
    return;
  }
  process.env.DYNAMODB_ENDPOINT = '';
  process.env.TABLE_NAME = `niangjia-${stage}`;
  if (!process.env.AWS_REGION) throw new Failure('AWS_REGION is not set: say where the table is.');
}

await runCommand(async () => {
  const stage = stageAsked();
  enter(stage);
  // Only now do the stores find their table.
  const { ledgerFaults } = await import('./ledgerFaults.ts');
  const found = await ledgerFaults(Date.now()).catch((error: Error) => {
    throw new Failure(`The table ${process.env.TABLE_NAME} can't be read: ${error.name} ${error.message}`);
  });
  const { clubs, entries, redemptions, faults } = found;
  console.log(
    `· ${clubs} clubs, ${entries} entries, ${redemptions} redemptions in ${process.env.TABLE_NAME}`,
  );
  for (const { club, seq, why } of faults) console.log(`✗ club ${club}, entry ${seq}: ${why}`);
  console.log(faults.length > 0 ? `${faults.length} do not follow.` : 'Every entry follows.');
  return faults.length > 0 ? 1 : 0;
});
