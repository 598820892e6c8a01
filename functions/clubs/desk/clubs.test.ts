import { orgs } from '@niangjia/shared/cast';
import { MINUTE } from '@niangjia/shared/time';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { newKey } from '../../../dev/api.ts';
import { letClockGo, setClock } from '../../../proof/clock.ts';
import { makeClub } from '../../../proof/clubs/world.ts';
import { cardOf, castMember, member } from '../../../proof/venues/house.ts';
import { type Actor, staffActor } from '../../../proof/world.ts';
import { belongingOf, getClub } from '../../clubRecords.ts';
import { membershipKey } from '../../members.ts';
import { seed } from '../../seed.ts';
import { updateItem } from '../../table.ts';
import { signToken } from '../../tokens.ts';

/** What reviewers do with clubs: agree, refuse, end, and name who leads. */

const org = orgs.xinjiekou.id;
let people = 5_000;
let reviewer: Actor;
let other: Actor;
let leader: Actor;

beforeAll(async () => {
  await seed();
  [reviewer, other] = [await staffActor('fangling'), await staffActor('guohao')];
  leader = await member(people++);
});

afterEach(letClockGo);

const applied = () => makeClub(leader, { state: 'applied' });
const clubsIn = async (state: 'applied' | 'active' | 'refused' | 'closed', who = reviewer) =>
  (await who.call('listKeptClubs', { org, state })).body.clubs;

it('lists by state the clubs of a node and all below it, to who reads there', async () => {
  const { id } = await applied();
  const found = (await clubsIn('applied')).find((club) => club.id === id);
  expect(found).toMatchObject({ name: '喜阅社', union: orgs.xinjiekouJoint.name, leads: false });
  expect((await clubsIn('active')).map((club) => club.id)).not.toContain(id);
  expect((await clubsIn('applied', await staffActor('majun'))).map((club) => club.id)).toContain(id);
  const keeper = await staffActor('tianyu');
  expect((await keeper.call('listKeptClubs', { org, state: 'applied' })).refusal?.code).toBe('NOT_YOURS');
  const elsewhere = { org: orgs.zhongguancun.id, state: 'applied' } as const;
  expect((await reviewer.call('listKeptClubs', elsewhere)).refusal?.code).toBe('NOT_YOURS');
});

it('agrees to a club once, whoever is first', async () => {
  const { id: club } = await applied();
  const key = newKey();
  expect((await reviewer.call('decideClub', { club, approved: true }, { key })).body.state).toBe('active');
  expect((await reviewer.call('decideClub', { club, approved: true }, { key })).body.state).toBe('active');
  const second = await other.call('decideClub', { club, approved: false, words: '重名' });
  expect(second.refusal?.code).toBe('CLUB_DECIDED');
  expect((await clubsIn('active')).map(({ id }) => id)).toContain(club);
});

it('refuses with words only, and nobody decides on the club they lead', async () => {
  const { id: club } = await applied();
  expect((await reviewer.call('decideClub', { club, approved: false })).refusal?.code).toBe('REASON_MISSING');
  expect((await reviewer.call('decideClub', { club, approved: false, words: '重名' })).body.state).toBe(
    'refused',
  );
  const own = await makeClub(reviewer, { state: 'applied' });
  expect((await reviewer.call('decideClub', { club: own.id, approved: true })).refusal?.code).toBe(
    'OWN_CLUB',
  );
  expect((await clubsIn('applied')).find(({ id }) => id === own.id)?.leads).toBe(true);
});

it('ends a club once', async () => {
  const { id: club } = await makeClub(leader);
  const key = newKey();
  const close = () => reviewer.call('closeClub', { club, words: '没有人了' }, { key });
  expect([(await close()).body.state, (await close()).body.state]).toEqual(['closed', 'closed']);
  expect((await other.call('closeClub', { club, words: '没有人了' })).refusal?.code).toBe('CLUB_CLOSED');
  expect((await clubsIn('closed')).map(({ id }) => id)).toContain(club);
});

it('names who leads by the card they show, who is in the club with it; sent again when the code is over, it is the same', async () => {
  const { id: club } = await makeClub(leader);
  const next = await member(people++);
  const { token } = await signToken('card', next.id, Date.now());
  const [key, card] = [newKey(), { by: 'code', token } as const];
  const put = () => reviewer.call('putClubLeader', { club, card }, { key });
  expect((await put()).status).toBe(200);
  expect(await getClub(club)).toMatchObject({ leader: next.id, led: { before: leader.id, by: reviewer.id } });
  expect(await belongingOf(club, next.id)).toMatchObject({ person: next.id });
  const now = Date.now();
  setClock(now + 5 * MINUTE);
  expect((await put()).status).toBe(200);
  const again = await other.call('putClubLeader', { club, card });
  expect(again.refusal?.code).toBe('CARD_OVER');
  const { version } = (await getClub(club)) ?? {};
  expect(version).toBe(2);
});

it('names no member of another union, no one twice, and nobody themself', async () => {
  const { id: club } = await makeClub(leader);
  const put = async (who: Actor, card: string) =>
    (await who.call('putClubLeader', { club, card: { by: 'cardNumber', cardNumber: card } })).refusal?.code;
  expect(await put(reviewer, await cardOf(leader))).toBe('LEADS_ALREADY');
  expect(await put(reviewer, await cardOf(await castMember('fangling')))).toBe('OWN_CLUB');
  expect(await put(reviewer, '110102999999')).toBe('CARD_UNKNOWN');
  const stranger = await member(people++);
  const card = await cardOf(stranger);
  await updateItem(membershipKey(stranger.id), {
    UpdateExpression: 'SET org = :org',
    ExpressionAttributeValues: { ':org': orgs.zhongguancunJoint },
  });
  expect(await put(reviewer, card)).toBe('LEADER_ELSEWHERE');
});
