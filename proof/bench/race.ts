import { readdirSync, readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { cpus, loadavg } from 'node:os';
import { HOUR } from '@niangjia/shared/time';
import type { Venue } from '@niangjia/shared/venues/venue';
import { call, newKey } from '../../dev/api.ts';
import { startFunctions } from '../../dev/functionsServer.ts';
import { freePort } from '../../dev/ports.ts';
import { addStream } from '../../dev/tables.ts';
import { slotsAt } from '../../functions/booking/slots.ts';
import {
  ConditionFailed,
  deleteItem,
  getItem,
  putItem,
  queryItems,
  tableName,
  updateItem,
} from '../../functions/table.ts';
import { signToken } from '../../functions/tokens.ts';
import { seeded, shuffled } from '../seeded.ts';
import { member, openedVenue, tomorrowAt } from '../venues/house.ts';
import type { Actor } from '../world.ts';
import type { Figure } from './figure.ts';

/** 500 clients want 20 slots, over HTTP on this machine, all rules on: what another system can be raced with. */

const CLIENTS = 500;
const HOURS = 10;
const AT_ONCE = 50;
const ROUNDS = 3;

const slotsOf = ({ id, rooms }: Venue) =>
  rooms.flatMap((room) =>
    Array.from({ length: HOURS }, (_, i) => ({
      venue: id,
      room: room.id,
      start: tomorrowAt('09:00') + i * HOUR,
    })),
  );

/** CPU that a process group has used, user and system, milliseconds; undefined where there is no /proc. */
function cpuOf(group: number | undefined): number | undefined {
  const TICK = 10;
  try {
    const lines = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((pid) => {
        try {
          return readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /, '');
        } catch {
          return [];
        }
      });
    const of = lines.map((line) => line.split(' ')).filter((fields) => Number(fields[2]) === group);
    return of.reduce((sum, fields) => sum + (Number(fields[11]) + Number(fields[12])) * TICK, 0);
  } catch {
    return undefined;
  }
}

interface Answer {
  readonly status: number;
  readonly code: string;
  readonly ms: number;
  readonly writes: number;
  readonly reads: number;
}

function sender(port: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const send = (token: string, body: object) =>
    new Promise<Answer>((resolve, reject) => {
      const began = performance.now();
      const headers = {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'idempotency-key': newKey(),
      };
      const sent = request({ port, path: '/bookings', method: 'POST', headers, agent }, (answer) => {
        let text = '';
        answer.on('data', (part) => {
          text += part;
        });
        answer.on('end', () => {
          const cost = Object.fromEntries(
            String(answer.headers['x-cost'] ?? '')
              .split(';')
              .map((part) => part.split('=')),
          );
          resolve({
            status: answer.statusCode ?? 0,
            code: JSON.parse(text).code ?? 'booked',
            ms: performance.now() - began,
            writes: Number(cost.writes),
            reads: Number(cost.reads),
          });
        });
      });
      sent.on('error', reject);
      sent.end(JSON.stringify(body));
    });
  return { send, end: () => agent.destroy() };
}

type Slot = ReturnType<typeof slotsOf>[number];
type Ask = (who: Actor, slot: Slot, venue: Venue) => Promise<Answer>;

/** Everybody tries one slot once, fifty at a time; nobody has tried anything before. */
async function tries(people: readonly Actor[], ask: Ask, seed: number) {
  const venue = await openedVenue(2);
  for (let i = 0; i < people.length; i += AT_ONCE)
    await Promise.all(
      people.slice(i, i + AT_ONCE).map(({ id }) => deleteItem({ pk: `PERSON#${id}`, sk: 'CALENDAR' })),
    );
  const slots = slotsOf(venue);
  const queue = shuffled([...people], seeded(seed)).flatMap((who, i) => {
    const slot = slots[i % slots.length];
    return slot ? [{ who, slot }] : [];
  });
  const answers: Answer[] = [];
  const phone = async () => {
    for (let next = queue.shift(); next; next = queue.shift())
      answers.push(await ask(next.who, next.slot, venue));
  };
  const before = process.cpuUsage();
  await Promise.all(Array.from({ length: AT_ONCE }, phone));
  const { user, system } = process.cpuUsage(before);
  const kept = await slotsAt(slots);
  const doubles = kept.filter(({ places }) => places.length > 1).length;
  return { answers, doubles, cpuHere: (user + system) / 1000 / people.length };
}

const at = (sorted: readonly number[], share: number) => sorted[Math.floor(sorted.length * share)] ?? 0;
const sum = (list: readonly number[]) => list.reduce((total, one) => total + one, 0);

/** The calls that a try makes, by the same SDK, with no rule, parser, token or log: what is ours is above it. */
async function bareTry(who: string, { room, start }: Slot, { rooms }: Venue): Promise<void> {
  const key = { pk: `BARE#${who}`, sk: 'CALENDAR' };
  await Promise.all([getItem(key), getItem({ ...key, sk: 'APPLICATION' }, { eventual: true })]);
  await putItem({ ...key, version: 1, entries: [{ id: who, of: room, start, end: start, since: 1 }] });
  const day = (id: string) => `BARE#${id}`;
  try {
    await updateItem(
      { pk: day(room), sk: String(start) },
      {
        UpdateExpression: 'SET #place = :place ADD taken :one',
        ConditionExpression: 'attribute_not_exists(taken) OR taken < :one',
        ExpressionAttributeNames: { '#place': `place:${who}` },
        ExpressionAttributeValues: { ':place': { person: who, at: 1, state: 'confirmed' }, ':one': 1 },
      },
    );
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
    // What is free instead.
    const query = (id: string) =>
      queryItems({ KeyConditionExpression: 'pk = :day', ExpressionAttributeValues: { ':day': day(id) } });
    await Promise.all(rooms.map(({ id }) => query(id)));
  }
}

/** CPU of this process for each try, milliseconds, once it is warm. */
async function cpuHere(people: readonly Actor[], ask: Ask): Promise<number> {
  await tries(people, ask, 1);
  return (await tries(people, ask, 2)).cpuHere;
}

/** The race: won, doubles, refusals, units, CPU, and how long answers took. */
export async function race(): Promise<Figure[]> {
  const people: Actor[] = [];
  for (let i = 0; i < CLIENTS; i += 50)
    people.push(...(await Promise.all(Array.from({ length: 50 }, (_, k) => member(20_000 + i + k)))));
  const tokens = new Map<string, string>();
  for (const { id } of people) tokens.set(id, (await signToken('session', id, Date.now())).token);
  const nothing = { status: 200, code: '', ms: 0, writes: 0, reads: 0 };
  const inProcess = await cpuHere(people, async (who, slot) => {
    await call('bookSlot', slot, tokens.get(who.id));
    return nothing;
  });
  const bare = await cpuHere(people, async (who, slot, venue) => {
    await bareTry(who.id, slot, venue);
    return nothing;
  });

  const port = await freePort();
  // The functions under serverless-offline follow it, in the same process.
  await addStream(String(process.env.DYNAMODB_ENDPOINT), tableName());
  const server = await startFunctions({
    port,
    environment: { BUNDLES: `race-${process.pid}` },
    onLine: () => {},
    onEnd: () => {},
  });
  const { send, end } = sender(port);
  const ask: Ask = (who, slot) => send(tokens.get(who.id) ?? '', slot);
  try {
    // What starts cold is warm by then.
    await tries(people, ask, 3);
    const before = cpuOf(server.pid());
    const rounds = [];
    for (let round = 0; round < ROUNDS; round++) rounds.push(await tries(people, ask, 10 + round));
    const used = (cpuOf(server.pid()) ?? Number.NaN) - (before ?? Number.NaN);
    const answers = rounds.flatMap((round) => round.answers);
    const won = answers.filter(({ status }) => status === 200);
    const lost = answers.filter(({ status }) => status !== 200);
    const codes = [...new Set(lost.map(({ code }) => code))];
    const told = Object.fromEntries(
      codes.map((code) => [code, lost.filter((one) => one.code === code).length]),
    );
    const times = answers.map(({ ms }) => ms).sort((a, b) => a - b);
    const table = `${ROUNDS} rounds of ${CLIENTS} clients on 20 slots, ${AT_ONCE} at once, over HTTP, all rules on`;
    return [
      {
        ...{ feature: 'venues', table, name: 'what became of them' },
        measured: {
          tries: answers.length,
          won: won.length,
          ...told,
          doubles: sum(rounds.map(({ doubles }) => doubles)),
        },
        budget: { doubles: 0 },
      },
      {
        ...{ feature: 'venues', table, name: 'a try that is lost, at most' },
        measured: {
          writes: Math.max(...lost.map(({ writes }) => writes)),
          reads: Math.max(...lost.map(({ reads }) => reads)),
        },
        budget: { writes: 2 },
      },
      {
        ...{ feature: 'venues', table, name: 'units a try' },
        measured: {
          writes: sum(answers.map(({ writes }) => writes)) / answers.length,
          reads: sum(answers.map(({ reads }) => reads)) / answers.length,
        },
      },
      {
        ...{ feature: 'venues', table, name: 'CPU a try, milliseconds (aim ≤ 1.8)' },
        measured: {
          functions_over_http: used / answers.length,
          handlers_alone: inProcess,
          bare_sdk_calls: bare,
        },
      },
      {
        ...{ feature: 'venues', table, name: 'on' },
        measured: {
          cores: cpus().length,
          load: loadavg()[0] ?? 0,
          node: process.version,
          stream_in: 'the same process',
        },
      },
      {
        ...{ feature: 'venues', table, name: 'time of an answer, milliseconds' },
        measured: {
          p50: at(times, 0.5),
          p99: at(times, 0.99),
          p99_over_p50: at(times, 0.99) / at(times, 0.5),
        },
      },
    ];
  } finally {
    end();
    await server.stop();
  }
}
