import type { Activity } from '@niangjia/shared/clubs/activity';
import type { Club } from '@niangjia/shared/clubs/club';
import { newKey } from '../../dev/api.ts';
import { signToken } from '../../functions/tokens.ts';
import { setClock } from '../clock.ts';
import { askedRedemption, gradedActivity, makeActivity, makeClub, reportedActivity } from '../clubs/world.ts';
import { member } from '../venues/house.ts';
import { type Actor, staffActor } from '../world.ts';
import type { Scenario } from './stage.ts';

/** The situations in which a reviewer's work takes another way through its calls. */

/** A club with its leader, and the two reviewers of its street. */
async function desk(changed: Partial<Club> = {}) {
  const leader = await member(71);
  const club = await makeClub(leader, changed);
  return { leader, club, one: await staffActor('fangling'), two: await staffActor('guohao') };
}
type Desk = Awaited<ReturnType<typeof desk>>;

/** An activity that waits to be graded. */
async function waiting(people: number, changed: Partial<Activity> = {}) {
  const the = await desk();
  const { id } = await reportedActivity(the.club, { people, changed });
  return { ...the, activity: id };
}
const odd = { kind: 'far', people: 2 } as const;
const isOdd = { counted: { at: 0, headcount: 12, came: 12, far: 2, denied: 0, anomalies: [odd] } };

const grades = (title: string, people: number, seen?: 'C'): Scenario => ({
  title,
  prepare: async () => {
    const { one, club, activity } = await waiting(people);
    const key = newKey();
    return () => one.call('gradeActivity', { activity, club: club.id, as: 'table', seen }, { key });
  },
});

const strikes = (title: string, struck: boolean): Scenario => ({
  title,
  prepare: async () => {
    const { one, activity } = await waiting(6);
    const [{ id: attendee } = { id: '' }] = (await one.call('getKeptActivity', { activity })).body.attendees;
    if (!struck) await one.call('strikeAttendee', { activity, attendee, struck: true });
    return () => one.call('strikeAttendee', { activity, attendee, struck });
  },
});

const reverses = (title: string, before: (the: Desk) => Promise<unknown>): Scenario => ({
  title,
  prepare: async () => {
    const the = await desk();
    const { id: activity } = await gradedActivity(the.club, 100);
    await before(the);
    const key = newKey();
    return () => the.one.call('reverseAward', { activity, words: '名单不实' }, { key });
  },
});

const proposes = ({ one }: { one: Actor }, activity: string) =>
  one.call('proposeGrade', { activity, grade: 'B', words: '影响很好' });

export const clubDeskScenarios = {
  decideClub: [true, false].map((approved) => ({
    title: approved ? 'agrees' : 'refuses',
    prepare: async () => {
      const { one, club } = await desk({ state: 'applied' });
      const [key, words] = [newKey(), approved ? undefined : '重名'];
      return () => one.call('decideClub', { club: club.id, approved, words }, { key });
    },
  })),
  closeClub: [
    {
      title: 'one that goes on',
      prepare: async () => {
        const { one, club } = await desk();
        const key = newKey();
        return () => one.call('closeClub', { club: club.id, words: '没有人了' }, { key });
      },
    },
  ],
  putClubLeader: [
    {
      title: 'somebody who was not in it',
      prepare: async () => {
        // A card's code lives a minute, however long this takes.
        setClock(Date.now());
        const { one, club } = await desk();
        const { token } = await signToken('card', (await member(72)).id, Date.now());
        const [card, key] = [{ by: 'code', token } as const, newKey()];
        return () => one.call('putClubLeader', { club: club.id, card }, { key });
      },
    },
  ],
  decideActivity: [true, false].map((approved) => ({
    title: approved ? 'agrees' : 'sends back',
    prepare: async () => {
      const { one, club } = await desk();
      const { id: activity } = await makeActivity(club);
      const [key, words] = [newKey(), approved ? undefined : '改个时间'];
      return () => one.call('decideActivity', { activity, approved, words }, { key });
    },
  })),
  strikeAttendee: [strikes('out', true), strikes('back in', false)],
  settleAnomalies: [
    {
      title: 'what is odd',
      prepare: async () => {
        const { one, activity } = await waiting(1, isOdd);
        const key = newKey();
        return () => one.call('settleAnomalies', { activity, words: '打电话问过了' }, { key });
      },
    },
  ],
  gradeActivity: [
    grades('by the table', 12, 'C'),
    grades('too few people', 4),
    {
      title: 'as was proposed',
      prepare: async () => {
        const the = await waiting(12);
        const { two, club, activity } = the;
        await proposes(the, activity);
        const key = newKey();
        const wanted = { activity, club: club.id, as: 'proposed', seen: 'B' } as const;
        return () => two.call('gradeActivity', wanted, { key });
      },
    },
  ],
  proposeGrade: [
    {
      title: 'one step above',
      prepare: async () => {
        const { one, activity } = await waiting(12);
        const key = newKey();
        return () => one.call('proposeGrade', { activity, grade: 'B', words: '影响很好' }, { key });
      },
    },
  ],
  declineProposal: [
    {
      title: "another's",
      prepare: async () => {
        const the = await waiting(12);
        const { two, activity } = the;
        await proposes(the, activity);
        const key = newKey();
        return () => two.call('declineProposal', { activity }, { key });
      },
    },
  ],
  voidActivity: [
    {
      title: 'that was reported',
      prepare: async () => {
        const { one, activity } = await waiting(6);
        const key = newKey();
        return () => one.call('voidActivity', { activity, words: '没有办' }, { key });
      },
    },
  ],
  reverseAward: [
    reverses('with its points still there', async () => {}),
    reverses('with its points held', ({ leader, club }) => askedRedemption(leader, club.id)),
  ],
} satisfies Record<string, readonly Scenario[]>;
