import { DynamoDBClient, ScanCommand, type ScanCommandOutput } from '@aws-sdk/client-dynamodb';
import { misfit, type Redemption } from '@niangjia/shared/clubs/redemption';
import { firstFault, type MoneyRule } from '@niangjia/shared/clubs/replay';
import { type Instant, MINUTE } from '@niangjia/shared/time';
import { chainOf } from '../functions/clubs/ledgers.ts';
import { getRedemption } from '../functions/clubs/redemptions.ts';
import { policyVersions } from '../functions/policies.ts';
import { tableName } from '../functions/table.ts';
import { localClient } from './database.ts';

/** Replays the ledgers of all clubs in a table, and holds redemptions against them. It only reads. */

/** What does not hold: in which club, at which entry. */
interface LedgerFault {
  readonly club: string;
  readonly seq: number;
  readonly why: string;
}

/** The clubs that have a ledger, and the redemptions there are, by id. */
async function everyId(): Promise<{ clubs: Set<string>; redemptions: Set<string> }> {
  const endpoint = process.env.DYNAMODB_ENDPOINT;
  const client = endpoint ? localClient(endpoint, 3) : new DynamoDBClient({});
  const [clubs, redemptions] = [new Set<string>(), new Set<string>()];
  let start: ScanCommandOutput['LastEvaluatedKey'];
  do {
    const page: ScanCommandOutput = await client.send(
      new ScanCommand({
        TableName: tableName(),
        ConsistentRead: true,
        ProjectionExpression: 'pk, sk',
        FilterExpression: 'begins_with(sk, :entry) OR sk = :redemption',
        ExpressionAttributeValues: { ':entry': { S: 'LEDGER#' }, ':redemption': { S: 'REDEMPTION' } },
        ExclusiveStartKey: start,
      }),
    );
    for (const { pk, sk } of page.Items ?? []) {
      const id = String(pk?.S?.split('#')[1]);
      (sk?.S === 'REDEMPTION' ? redemptions : clubs).add(id);
    }
    start = page.LastEvaluatedKey;
  } while (start);
  client.destroy();
  return { clubs, redemptions };
}

/** The stream makes the redemption a moment after the hold. */
const FRESH = 10 * MINUTE;

/** What is wrong with one club: the first entry that does not follow, and each hold whose redemption does not fit. */
async function faultsOf(
  club: string,
  redemptions: readonly Redemption[],
  rules: readonly MoneyRule[],
  now: Instant,
): Promise<{ entries: number; faults: LedgerFault[] }> {
  const chain = await chainOf(club);
  const first = firstFault(club, chain, rules);
  const faults: LedgerFault[] = first ? [{ club, ...first }] : [];
  const released = new Set(chain.flatMap((entry) => (entry.kind === 'release' ? entry.redemption : [])));
  const held = new Set<string>();
  for (const entry of chain) {
    if (entry.kind !== 'hold') continue;
    held.add(entry.redemption);
    const redemption = await getRedemption(entry.redemption);
    const why = misfit(entry, released.has(entry.redemption), redemption);
    if (why && (redemption || now - entry.at >= FRESH)) faults.push({ club, seq: entry.seq, why });
  }
  for (const { id, entry: seq } of redemptions)
    if (!held.has(id)) faults.push({ club, seq, why: 'a redemption was made of no hold' });
  return { entries: chain.length, faults };
}

/** Replays every club's chain by the versions of the policy. */
export async function ledgerFaults(now: Instant): Promise<{
  readonly clubs: number;
  readonly entries: number;
  readonly redemptions: number;
  readonly faults: readonly LedgerFault[];
}> {
  const [ids, rules] = await Promise.all([everyId(), policyVersions.clubs.drafted()]);
  const redemptions: Redemption[] = [];
  for (const id of ids.redemptions) {
    const redemption = await getRedemption(id);
    if (redemption) redemptions.push(redemption);
  }
  const clubs = new Set([...ids.clubs, ...redemptions.map(({ club }) => club.id)]);
  let entries = 0;
  const faults: LedgerFault[] = [];
  for (const club of clubs) {
    const theirs = redemptions.filter((one) => one.club.id === club);
    const found = await faultsOf(club, theirs, rules, now);
    entries += found.entries;
    // What somebody decided between two readings is no fault: it is read once more.
    if (found.faults.length > 0) faults.push(...(await faultsOf(club, theirs, rules, now)).faults);
  }
  return { clubs: clubs.size, entries, redemptions: redemptions.length, faults };
}
