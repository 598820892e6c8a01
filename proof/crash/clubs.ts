import type { Activity } from '@niangjia/shared/clubs/activity';
import { newAttendee } from '@niangjia/shared/clubs/attendance';
import type { Club } from '@niangjia/shared/clubs/club';
import { tellingJpeg } from '@niangjia/shared/photos/dirtied';
import { jpegSpecimen } from '@niangjia/shared/photos/specimens';
import { DAY, dayOf, HOUR, instantOf, MINUTE } from '@niangjia/shared/time';
import { newKey } from '../../dev/api.ts';
import { enterClub } from '../../functions/clubRecords.ts';
import { attendeePut } from '../../functions/clubs/attendees.ts';
import { transact } from '../../functions/table.ts';
import { signToken } from '../../functions/tokens.ts';
import { setClock } from '../clock.ts';
import { clubFacts, planOf } from '../clubs/acts.ts';
import { makeActivity, makeClub } from '../clubs/world.ts';
import { sentReportPhoto } from '../photos.ts';
import { member, openedVenue, tomorrowAt } from '../venues/house.ts';
import type { Scenario } from './stage.ts';

/** The situations in which what members and leaders do takes another way through its calls. */

/** What was signed for the bucket, or is on the leader's screen, is good for so long. */
const good = 10 * MINUTE;
const now = 0;

/** A club at noon, who leads it, and somebody who is in it or not. */
async function society(inIt = false, changed: Partial<Club> = {}) {
  // No slot begins, and none is offered at night, whenever the proof runs.
  setClock(instantOf(dayOf(Date.now()), '12:00'));
  const [leader, other] = [await member(51), await member(52)];
  const club = await makeClub(leader, changed);
  if (inIt) await enterClub(club.id, other.id, Date.now());
  return { leader, other, club };
}

/** The same with an activity that begins then. */
async function gathering(changed: (at: number) => Partial<Activity>, inIt = false) {
  const the = await society(inIt);
  const { id } = await makeActivity(the.club, changed(Date.now()));
  return { ...the, activity: id };
}

const approved = () => ({ status: 'approved' }) as const;
const beginsNow = (at: number) => ({ status: 'approved', start: at }) as const;
const goesOn = (at: number) => ({ status: 'held', start: at, heldAt: at }) as const;
const isOver = (at: number) =>
  ({ status: 'held', start: at - 3 * HOUR, end: at - HOUR, heldAt: at - 3 * HOUR }) as const;
const isAsked = (at: number) => ({ ...isOver(at - DAY), askedAt: at }) as const;

/** The report of an activity that was held, with the clock that the bucket has. */
async function reporting(photos: number) {
  const leader = await member(51);
  const club = await makeClub(leader);
  const { id: activity } = await makeActivity(club, isOver(Date.now()));
  const kept: { id: string }[] = [];
  for (let i = 0; i < photos; i++) {
    const upload = await sentReportPhoto(leader, activity, jpegSpecimen);
    const { body } = await leader.call('addReportPhoto', { activity, upload, words: `现场 ${i}` });
    kept.splice(0, kept.length, ...body.photos);
  }
  return { leader, activity, photos: kept };
}

const adds = (title: string, before: number): Scenario => ({
  title,
  good,
  prepare: async () => {
    const { leader, activity } = await reporting(before);
    const upload = await sentReportPhoto(leader, activity, tellingJpeg('N39.9421'));
    return () => leader.call('addReportPhoto', { activity, upload, words: '读书的人' });
  },
});

const checksIn = (title: string, signedUp: boolean): Scenario => ({
  title,
  good: now,
  prepare: async () => {
    const { other, activity } = await gathering(beginsNow);
    if (signedUp) {
      setClock(Date.now() - MINUTE);
      await other.call('signUp', { activity });
      setClock(Date.now() + MINUTE);
    }
    const { token: code } = await signToken('activity', activity, Date.now());
    const here = { latitude: 39.94, longitude: 116.37, remind: ['activity'] as const };
    return () => other.call('checkInToActivity', { code, ...here, remind: [...here.remind] });
  },
});

/** An activity of three hours in a room of a house. */
const inRoom = async () => {
  const the = await society();
  const { id: venue, rooms } = await openedVenue(1);
  const hours = ['13:00', '14:00', '15:00'].map((clock) => tomorrowAt(clock));
  const [start = 0] = hours;
  const plan = { ...planOf({ start, end: start + 3 * HOUR }), place: '' };
  return {
    ...the,
    room: { venue, room: rooms[0]?.id ?? '', starts: hours },
    plan: { ...plan, place: '会议室' },
  };
};

export const clubScenarios = {
  registerClub: [
    {
      title: 'the first',
      prepare: async () => {
        const [who, key] = [await member(52), newKey()];
        return () => who.call('registerClub', { ...clubFacts, remind: ['decision'] }, { key });
      },
    },
    {
      title: 'the third',
      prepare: async () => {
        const [who, key] = [await member(52), newKey()];
        for (let before = 0; before < 2; before++) await who.call('registerClub', clubFacts);
        return () => who.call('registerClub', clubFacts, { key });
      },
    },
  ],
  changeClub: (['active', 'refused'] as const).map((state) => ({
    title: `that is ${state}`,
    prepare: async () => {
      const { leader, club } = await society(false, { state });
      const key = newKey();
      return () => leader.call('changeClub', { club: club.id, ...clubFacts, name: '悦读社' }, { key });
    },
  })),
  joinClub: [
    {
      title: 'that goes on',
      prepare: async () => {
        const { other, club } = await society();
        return () => other.call('joinClub', { club: club.id });
      },
    },
  ],
  leaveClub: [
    {
      title: 'that somebody is in',
      prepare: async () => {
        const { other, club } = await society(true);
        return () => other.call('leaveClub', { club: club.id });
      },
    },
  ],
  nameSuccessor: [
    {
      title: 'by the code of a card',
      prepare: async () => {
        const { leader, other, club } = await society(true);
        const [{ token }, key] = [await signToken('card', other.id, Date.now()), newKey()];
        const input = { club: club.id, card: { by: 'code', token } } as const;
        return () => leader.call('nameSuccessor', input, { key });
      },
    },
  ],
  takeLead: [true, false].map((inIt) => ({
    title: inIt ? 'by somebody who is in it' : 'by somebody who has left since',
    prepare: async () => {
      const asked = { person: (await member(52)).id, by: 'leader', at: 1 };
      const { other, club } = await society(inIt, { successor: asked });
      return () => other.call('takeLead', { club: club.id });
    },
  })),
  declareActivity: [
    {
      title: 'somewhere',
      prepare: async () => {
        const { leader, club } = await society();
        const key = newKey();
        const input = { club: club.id, ...planOf(), remind: ['decision' as const] };
        return () => leader.call('declareActivity', input, { key });
      },
    },
    {
      title: 'in a room of three hours',
      prepare: async () => {
        const { leader, club, room, plan } = await inRoom();
        const key = newKey();
        return () => leader.call('declareActivity', { club: club.id, ...plan, room }, { key });
      },
    },
  ],
  redeclareActivity: [
    {
      title: 'that was sent back',
      prepare: async () => {
        const { leader, activity } = await gathering(() => ({ status: 'returned' }));
        const { start: _start, end: _end, ...mended } = planOf({ title: '读书会' });
        const key = newKey();
        return () => leader.call('redeclareActivity', { activity, ...mended }, { key });
      },
    },
  ],
  cancelActivity: [
    {
      title: 'somewhere',
      prepare: async () => {
        const { leader, activity } = await gathering(approved);
        return () => leader.call('cancelActivity', { activity });
      },
    },
    {
      title: 'in a room of three hours',
      prepare: async () => {
        const { leader, club, room, plan } = await inRoom();
        const { body } = await leader.call('declareActivity', { club: club.id, ...plan, room });
        return () => leader.call('cancelActivity', { activity: body.id });
      },
    },
  ],
  signUp: [
    {
      title: 'with an empty calendar',
      prepare: async () => {
        const { other, activity } = await gathering(approved);
        return () => other.call('signUp', { activity, remind: ['activity'] });
      },
    },
    {
      title: 'once more',
      prepare: async () => {
        const { other, activity } = await gathering(approved);
        await other.call('signUp', { activity });
        await other.call('endSignUp', { activity });
        return () => other.call('signUp', { activity });
      },
    },
  ],
  endSignUp: [
    {
      title: 'of somebody who signed up',
      prepare: async () => {
        const { other, activity } = await gathering(approved);
        await other.call('signUp', { activity });
        return () => other.call('endSignUp', { activity });
      },
    },
  ],
  showCode: [
    {
      title: 'the first',
      good: now,
      prepare: async () => {
        const { leader, activity } = await gathering(beginsNow);
        return () => leader.call('showCode', { activity, latitude: 39.94, longitude: 116.37 });
      },
    },
    {
      title: 'a later one',
      good: now,
      prepare: async () => {
        const { leader, activity } = await gathering(goesOn);
        return () => leader.call('showCode', { activity });
      },
    },
  ],
  checkInToActivity: [checksIn('unforeseen', false), checksIn('as signed up', true)],
  sayPresence: [
    {
      title: 'of somebody who came',
      prepare: async () => {
        const { other, activity } = await gathering(isAsked);
        const came = { ...newAttendee(activity, other.id), version: 1, cameAt: Date.now() - DAY };
        await transact([attendeePut({ ...came, where: 'unsaid' })]);
        return () => other.call('sayPresence', { activity, was: true });
      },
    },
  ],
  reportActivity: [
    {
      title: 'with a photo',
      prepare: async () => {
        const { leader, activity } = await reporting(1);
        const key = newKey();
        return () => leader.call('reportActivity', { activity, words: '大家读得很投入。' }, { key });
      },
    },
  ],
  addReportPhoto: [adds('the first', 0), adds('beside another', 1)],
  removeReportPhoto: [
    {
      title: 'one of two',
      good,
      prepare: async () => {
        const { leader, activity, photos } = await reporting(2);
        return () => leader.call('removeReportPhoto', { activity, photo: photos[0]?.id ?? '' });
      },
    },
  ],
} satisfies Record<string, readonly Scenario[]>;
