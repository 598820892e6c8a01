import { type Activity, type Reviewer, whyNotRule } from '@niangjia/shared/clubs/activity';
import { type Attendee, counts, isIn } from '@niangjia/shared/clubs/attendance';
import { clubDesk } from '@niangjia/shared/clubs/deskContract';
import { besides, pointsOf } from '@niangjia/shared/clubs/grading';
import { answersUntil } from '@niangjia/shared/clubs/holding';
import { tableGrade, whyNotGrade } from '@niangjia/shared/clubs/judging';
import type { ClubsPolicy } from '@niangjia/shared/clubs/policy';
import type { Post } from '@niangjia/shared/clubs/post';
import { grantFor } from '@niangjia/shared/roles';
import { staffHandler } from '../../handler.ts';
import { maskedNames } from '../../members.ts';
import { clubsPolicy } from '../../policies.ts';
import { photoView } from '../../shownPhotos.ts';
import { staffNames } from '../../staff.ts';
import { attendeesOf } from '../attendees.ts';
import { latestOf } from '../ledgers.ts';
import { getPost } from '../posts.ts';
import { activityRow } from '../views.ts';
import { activitySubject } from './activitySubject.ts';
import { toAttendeeId } from './attendeeIds.ts';
import { countedView } from './countedView.ts';
import { gradedThatDay } from './gradedThatDay.ts';

/** As many are shown; who needs a look is among them first. */
const MOST = 500;
const needsLook = ({ where, answer }: Attendee) => where !== 'near' || answer?.was === false;
const inOrder = (attendees: readonly Attendee[]) =>
  attendees
    .filter(isIn)
    .sort(
      (a, b) =>
        Number(b.cameAt !== undefined) - Number(a.cameAt !== undefined) ||
        Number(needsLook(b)) - Number(needsLook(a)) ||
        (a.cameAt ?? a.signedUpAt ?? 0) - (b.cameAt ?? b.signedUpAt ?? 0),
    )
    .slice(0, MOST);

async function attendeeViews(activity: string, attendees: readonly Attendee[]) {
  const shown = inOrder(attendees);
  const names = await maskedNames(shown.map(({ person }) => person));
  return Promise.all(
    shown.map(async (attendee) => {
      const { person, cameAt, where, metres, answer, struck } = attendee;
      const id = await toAttendeeId(activity, person);
      const was = answer?.was;
      return {
        ...{ id, name: names.get(person), cameAt, where, metres, was },
        ...{ struck: struck !== undefined, counts: counts(attendee) },
      };
    }),
  );
}

const reportOf = (post: Post | undefined) =>
  post && post.state !== 'draft'
    ? { words: post.words, photos: post.photos.map(photoView), at: post.reportedAt ?? 0 }
    : undefined;

/** The grade by the table, and beside which it can be moved; none before it is counted. */
function tableOf(activity: Activity, policy: ClubsPolicy) {
  if (!activity.counted) return undefined;
  const grade = tableGrade(activity, policy);
  const points = pointsOf(grade, policy);
  return { grade, points, rule: policy.version, besides: grade ? besides(grade) : [] };
}

/** Why the reviewer can't grade it, which also says what is to be waited for. */
async function whyNot(activity: Activity, reviewer: Reviewer, policy: ClubsPolicy) {
  const day = await gradedThatDay(activity, await latestOf(activity.club.id));
  return whyNotGrade(activity, { ...reviewer, gradedThatDay: day.gradedThatDay }, policy);
}

/** All that an activity is judged by: who was there, what is odd, what was said and proposed. */
export const getKeptActivity = staffHandler(clubDesk.getKeptActivity, {
  subject: activitySubject,
  handle: async ({ subject: { activity, reviewer }, staff, now }) => {
    const policy = await clubsPolicy(now);
    const { settled, proposed, leader } = activity;
    const mayReview = grantFor(staff, ['clubReviewer'], activity.org.path) !== undefined;
    const [attendees, post, leaders, colleagues, whyNotGraded] = await Promise.all([
      attendeesOf(activity.id, 'shown').then((all) => attendeeViews(activity.id, all)),
      getPost(activity.id),
      maskedNames([leader]),
      staffNames([settled, proposed].flatMap((decided) => decided?.by ?? [])),
      whyNot(activity, reviewer, policy),
    ]);
    return {
      activity: {
        ...activityRow(activity),
        ...{ words: activity.words, expected: activity.expected, union: activity.org.name },
        ...{ leader: leaders.get(leader), declaredAt: activity.declaredAt },
      },
      counted: activity.counted && countedView(activity.counted),
      attendees,
      report: reportOf(post),
      settled: settled && { words: settled.words ?? '', by: colleagues.get(settled.by), at: settled.at },
      proposed: proposed && {
        ...{ grade: proposed.grade, words: proposed.words ?? '', by: colleagues.get(proposed.by) },
        ...{ at: proposed.at, mine: proposed.by === staff.id },
      },
      table: tableOf(activity, policy),
      whyNotRule: mayReview ? whyNotRule(activity, reviewer) : 'NOT_YOURS',
      whyNotGrade: mayReview ? whyNotGraded : 'NOT_YOURS',
      gradedFrom: answersUntil(activity, policy),
    };
  },
});
