import { newAttendee } from '@niangjia/shared/clubs/attendance';
import { jpegSpecimen } from '@niangjia/shared/photos/specimens';
import { DAY, HOUR, MINUTE } from '@niangjia/shared/time';
import { enterClub } from '../../functions/clubRecords.ts';
import { attendeePut } from '../../functions/clubs/attendees.ts';
import { newId } from '../../functions/secrets.ts';
import { transact } from '../../functions/table.ts';
import { signToken } from '../../functions/tokens.ts';
import { clubFacts, planOf } from '../clubs/acts.ts';
import { makeActivity, makeClub } from '../clubs/world.ts';
import { sentReportPhoto } from '../photos.ts';
import { cardOf, member } from '../venues/house.ts';
import type { Subject } from './subject.ts';

/** Valid requests about clubs and their activities, as members and leaders send them. */
export async function clubSubjects() {
  const [leader, other, reader] = [await member(21), await member(22), await member(23)];
  const now = Date.now();
  const club = await makeClub(leader);
  await enterClub(club.id, other.id, now);
  const card = { by: 'cardNumber', cardNumber: await cardOf(other) } as const;
  const handed = await makeClub(leader, { successor: { person: other.id, by: leader.id, at: now } });
  const { id: ahead } = await makeActivity(club, { status: 'approved' });
  const { id: returned } = await makeActivity(club, { status: 'returned', start: now + 3 * DAY });
  const { id: going } = await makeActivity(club, { status: 'held', start: now, heldAt: now });
  const over = { status: 'held', start: now - DAY, heldAt: now - DAY } as const;
  const { id: held } = await makeActivity(club, { ...over, end: now - HOUR });
  const upload = await sentReportPhoto(leader, held, jpegSpecimen);
  await leader.call('addReportPhoto', { activity: held, upload, words: '现场' });
  const sent = await sentReportPhoto(leader, held, jpegSpecimen);
  await other.call('signUp', { activity: ahead });
  // Good for longer than all these questions take.
  const { token: code } = await signToken('activity', going, now + 10 * MINUTE);
  await other.call('checkInToActivity', { code });
  const { id: asked } = await makeActivity(club, { ...over, end: now - 2 * HOUR, askedAt: now });
  await transact([
    attendeePut({ ...newAttendee(asked, other.id), version: 1, cameAt: now - DAY, where: 'near' }),
  ]);
  const ofLeader = { id: leader.id, strangers: 'NOT_FOUND' } as const;
  const ofMember = { id: reader.id, strangers: 'CLUB_MEMBERS_ONLY' } as const;
  const { start: _start, end: _end, ...mended } = planOf();
  return {
    listClubs: [{ input: { around: 'city' } }, { title: 'of their union', input: { around: 'own' } }],
    listMyClubs: [{ input: {} }],
    getClub: [{ input: { club: club.id } }],
    registerClub: [{ input: clubFacts, owner: ofMember }],
    changeClub: [{ input: { club: club.id, ...clubFacts }, owner: ofLeader }],
    joinClub: [{ input: { club: club.id }, owner: ofMember }],
    leaveClub: [{ input: { club: club.id } }],
    listClubMembers: [{ input: { club: club.id }, owner: ofLeader }],
    nameSuccessor: [{ input: { club: club.id, card }, owner: ofLeader }],
    takeLead: [{ input: { club: handed.id }, owner: { id: other.id, strangers: 'CLUB_MEMBERS_ONLY' } }],
    declareActivity: [{ input: { club: club.id, ...planOf() }, owner: ofLeader }],
    redeclareActivity: [{ input: { activity: returned, ...mended }, owner: ofLeader }],
    cancelActivity: [{ input: { activity: ahead }, owner: ofLeader }],
    listActivities: [{ input: { club: club.id } }],
    listMyActivities: [
      { input: {}, owner: { id: other.id, strangers: 'none', nothing: { activities: [] } } },
    ],
    getActivity: [{ input: { activity: ahead } }],
    signUp: [{ input: { activity: ahead }, owner: ofMember }],
    endSignUp: [{ input: { activity: ahead }, owner: { id: other.id, strangers: 'NOT_SIGNED_UP' } }],
    showCode: [{ input: { activity: going }, owner: ofLeader }],
    checkInToActivity: [{ input: { code }, owner: ofMember }],
    sayPresence: [
      { input: { activity: asked, was: true }, owner: { id: other.id, strangers: 'NOT_ASKED_YET' } },
    ],
    reportActivity: [{ input: { activity: held, words: '大家都来了。' }, owner: ofLeader }],
    openReportPhotoUpload: [{ input: { activity: held, type: 'image/jpeg', bytes: 1000 }, owner: ofLeader }],
    addReportPhoto: [{ input: { activity: held, upload: sent, words: '现场' }, owner: ofLeader }],
    removeReportPhoto: [{ input: { activity: held, photo: newId() }, owner: ofLeader }],
  } satisfies Record<string, readonly Subject[]>;
}
