import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { HOUR } from '@niangjia/shared/time';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { seed } from '../functions/seed.ts';
import { deleteItem, updateItem } from '../functions/table.ts';
import { following } from '../proof/changes.ts';
import { clubWithPoints } from '../proof/clubs/world.ts';
import { type Dump, dump, restore } from '../proof/dump.ts';
import { member } from '../proof/venues/house.ts';
import { staffActor } from '../proof/world.ts';
import { ledgerFaults } from './ledgerFaults.ts';
import { root } from './root.ts';

/** Replaying finds nothing in what the functions wrote, and names what somebody else has written. */

let club: string;
let redemption: string;
let start: Dump;

beforeAll(async () => {
  const settled = following();
  await seed();
  const leader = await member(5_700);
  const reviewer = await staffActor('fangling');
  club = (await clubWithPoints(leader, 300)).id;
  const redeem = async () => (await leader.call('redeemPoints', { club, points: 100 })).body.id;
  redemption = await redeem();
  const refused = await redeem();
  await settled();
  await reviewer.call('reviewRedemption', { redemption: refused, approved: false, words: '账户不对' });
  start = await dump();
});
beforeEach(() => restore(start));

const later = () => ledgerFaults(Date.now() + HOUR);
const entry = (seq: number) => ({ pk: `CLUB#${club}`, sk: `LEDGER#${String(seq).padStart(9, '0')}` });
const kept = () => ({ pk: `REDEMPTION#${redemption}`, sk: 'REDEMPTION' });
const tamper = (key: { pk: string; sk: string }, field: string, value: unknown) =>
  updateItem(key, {
    UpdateExpression: 'SET #field = :value',
    ExpressionAttributeNames: { '#field': field },
    ExpressionAttributeValues: { ':value': value },
  });

it('finds nothing where every entry follows', async () => {
  expect(await later()).toEqual({ clubs: 1, entries: 6, redemptions: 2, faults: [] });
});

describe('names', () => {
  it.each([
    ['the first entry with another balance', () => tamper(entry(2), 'balance', 900), 2],
    ['an entry that is gone', () => deleteItem(entry(2)), 3],
    ['a hold whose redemption is gone', () => deleteItem(kept()), 4],
    ['one of another amount', () => tamper(kept(), 'fen', 1), 4],
    ['one that is refused, with its points still held', () => tamper(kept(), 'state', 'refused'), 4],
    ['a redemption of no hold', () => tamper(entry(4), 'redemption', 'another'), 4],
  ] as const)('%s', async (_, wrong, seq) => {
    await wrong();
    const { faults } = await later();
    expect(faults[0]).toMatchObject({ club, seq });
  });
});

it('a hold of this minute may have no redemption yet', async () => {
  await deleteItem(kept());
  expect((await ledgerFaults(Date.now())).faults).toEqual([]);
});

describe('the command', () => {
  const run = promisify(execFile);
  const verify = (...options: string[]) =>
    run(process.execPath, [join(root, 'dev/verifyLedgers.ts'), ...options], { env: process.env }).then(
      ({ stdout }) => ({ code: 0, stdout }),
      ({ code, stdout, stderr }) => ({ code, stdout: stdout + stderr }),
    );

  it('ends with 0 where all follows, and with 1 and the entry where one does not', async () => {
    expect(await verify('--stage', 'local')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('Every entry follows.'),
    });
    await tamper(entry(2), 'balance', 900);
    const { code, stdout } = await verify('--stage', 'local');
    expect(code).toBe(1);
    expect(stdout).toContain(`club ${club}, entry 2: the balance should be 200`);
  });

  it('says what it wants to know', async () => {
    expect(await verify()).toMatchObject({ code: 1, stdout: expect.stringContaining('--stage local') });
  });
});
