import { dayOf } from '@niangjia/shared/time';
import type { Reply } from '../../dev/api.ts';
import { metered } from '../../functions/cost.ts';
import { tick } from '../../functions/venues/tick.ts';
import { letClockGo, setClock } from '../clock.ts';
import { booked, bookingScenarios, type House, house, waited } from '../crash/bookings.ts';
import { clubDeskScenarios } from '../crash/clubDesk.ts';
import { clubMoneyScenarios } from '../crash/clubMoney.ts';
import { clubScenarios } from '../crash/clubs.ts';
import { keepingScenarios } from '../crash/keeping.ts';
import { type Scenario, type Stage, setStage } from '../crash/stage.ts';
import { wallScenarios } from '../crash/wall.ts';
import { type Dump, dump, restore } from '../dump.ts';
import { type Plan, underFaults } from '../layers/faults.ts';
import { groupOf } from '../venues/house.ts';
import { type Actor, staffActor } from '../world.ts';
import type { Figure } from './figure.ts';

/**
 * What each act in a house costs, in each situation that the proofs of crashing know: an endpoint that writes is
 * measured as soon as it has a scenario there. What only reads has a line here.
 */

type Request = () => Promise<Reply<unknown>>;

/** Somebody has a place, somebody waits; the keeper looks on. */
interface Scene {
  readonly the: House;
  readonly id: string;
  readonly keeper: Actor;
}
const day = ({ the }: Scene) => dayOf(the.slot.start);
const period = ({ the: { slot } }: Scene) => ({
  ...{ venue: slot.venue, room: slot.room },
  ...{ from: String(slot.start), until: String(slot.start + 1) },
});

/** The requests that only read, each of a house with one booking and one wait. */
const reads: Record<string, (scene: Scene) => Request> = {
  'GET /venues':
    ({ the }) =>
    () =>
      the.one.call('listVenues', {}),
  'GET /venues/{venue}':
    ({ the }) =>
    () =>
      the.one.call('getVenue', { venue: the.slot.venue }),
  'GET …/days/{day}': (scene) => () =>
    scene.the.one.call('getDay', { venue: scene.the.slot.venue, day: day(scene) }),
  'GET /bookings':
    ({ the }) =>
    () =>
      the.one.call('listBookings', {}),
  'GET /no-shows':
    ({ the }) =>
    () =>
      the.one.call('listNoShows', {}),
  'GET /groups':
    ({ the }) =>
    () =>
      the.one.call('listGroups', {}),
  'GET /kept-venues/{venue}/days/{day}': (scene) => () =>
    scene.keeper.call('getKeptDay', { venue: scene.the.slot.venue, day: day(scene) }),
  'GET …/appeals':
    ({ the, keeper }) =>
    () =>
      keeper.call('listAppeals', { venue: the.slot.venue }),
  'GET …/closings': (scene) => () => scene.keeper.call('listClosing', period(scene)),
};

/** Time's part, each with the moment at which it is due. */
const ticks: Record<string, (scene: Scene) => number> = {
  'the tick, nobody due': () => Date.now(),
  'the tick, one reminded': ({ the }) => the.slot.start - 60 * 60_000,
  'the tick, one released, one let go': ({ the }) => the.slot.start + 16 * 60_000,
};

const counted = (run: () => Promise<unknown>): Promise<Record<string, number>> =>
  metered(async (cost) => {
    await run();
    return { ...cost };
  });

/** What a running function knows for a while (the house, the policy) it has read then, and nothing has happened. */
const diesBeforeWriting: Plan = ({ command }) =>
  /Put|Update|Delete|Transact/.test(command) ? 'dieBefore' : undefined;

/** What each situation of some endpoints costs, once, in a small world of its own. */
async function eachOnce(
  feature: string,
  title: string,
  of: Readonly<Record<string, readonly Scenario[]>>,
  stage: Stage,
  start: Dump,
): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [name, scenarios] of Object.entries(of)) {
    for (const scenario of scenarios) {
      letClockGo();
      await restore(start);
      const request = await scenario.prepare(stage);
      const { error } = console;
      console.error = () => {};
      await underFaults(diesBeforeWriting, request);
      console.error = error;
      const { status, body, cost } = await request();
      if (status !== 200) throw new Error(`${name}, ${scenario.title}: ${JSON.stringify(body)}`);
      const { writes, reads: read, trips } = cost;
      const measured = { writes, reads: read, trips };
      figures.push({
        feature,
        table: `${title}: units and round trips`,
        name: `${name}, ${scenario.title}`,
        measured,
      });
    }
  }
  letClockGo();
  return figures;
}

/** The bucket of photos is no part of the bench's world. */
const WITH_PHOTOS = ['reportActivity', 'addReportPhoto', 'removeReportPhoto'];

/** Each act of clubs that changes something. */
export async function clubActs(): Promise<Figure[]> {
  const stage = await setStage();
  const start = await dump();
  const all = { ...clubScenarios, ...clubDeskScenarios, ...clubMoneyScenarios, ...wallScenarios };
  const of = Object.fromEntries(Object.entries(all).filter(([name]) => !WITH_PHOTOS.includes(name)));
  const figures = await eachOnce('clubs', 'Acts of clubs', of, stage, start);
  await restore(start);
  return figures;
}

/** Each act in a house once, in a small world of its own. */
export async function acts(): Promise<Figure[]> {
  const stage = await setStage();
  const start = await dump();
  const figures: Figure[] = [];
  const note = (
    table: string,
    name: string,
    { writes = 0, reads: read = 0, trips = 0 }: Record<string, number>,
  ) => figures.push({ feature: 'venues', table, name, measured: { writes, reads: read, trips } });
  const fresh = async (): Promise<Scene> => {
    await restore(start);
    const the = await house();
    const id = await booked(the);
    await waited(the);
    await groupOf(the.one);
    return { the, id, keeper: await staffActor('tianyu') };
  };

  const inHouses = { ...bookingScenarios, ...keepingScenarios };
  figures.push(...(await eachOnce('venues', 'Acts in a house', inHouses, stage, start)));
  for (const [name, request] of Object.entries(reads)) {
    letClockGo();
    const ask = request(await fresh());
    await ask();
    const { status, body, cost } = await ask();
    if (status !== 200) throw new Error(`${name}: ${JSON.stringify(body)}`);
    note('What is read of a house: units and round trips', name, { ...cost });
  }
  for (const [name, moment] of Object.entries(ticks)) {
    letClockGo();
    const now = moment(await fresh());
    setClock(now);
    note('Time in a house: units and round trips', name, await counted(() => tick(now)));
  }
  letClockGo();
  await restore(start);
  return figures;
}
