import type { DecisionRecord } from '@niangjia/shared/audit/record';
import type { Activity } from '@niangjia/shared/clubs/activity';
import type { Attendee } from '@niangjia/shared/clubs/attendance';
import { type Club, type Decided, leaderAt } from '@niangjia/shared/clubs/club';
import type { Message } from '@niangjia/shared/messages/message';
import type { Instant } from '@niangjia/shared/time';
import { getClub } from '../clubRecords.ts';
import { recordDecision } from '../records.ts';
import { tellOfActivity, tellOfClub } from './told.ts';

/** What the stream makes of staff's words on clubs and activities: the leader is told, and it is recorded; each once. */

type About = Pick<DecisionRecord, 'kind' | 'person' | 'about' | 'thing' | 'org'>;

const orgOf = ({ id, path, name }: Club['org']) => ({ id, path, name });
const onClub = ({ id, name, org }: Club, person: string): About => ({
  ...{ kind: 'club', person, about: id, thing: name },
  org: orgOf(org),
});
const onActivity = ({ id, title, org, leader }: Activity): About => ({
  ...{ kind: 'activity', person: leader, about: id, thing: title },
  org: orgOf(org),
});
/** Who said it, on what it rests; their words stay with what they are about. */
const by = ({ by, role, authority, at }: Decided) => ({ by, role, authority, at });

const verdicts = {
  active: { from: 'applied', to: 'approved', kind: 'clubApproved' },
  refused: { from: 'applied', to: 'refused', kind: 'clubRefused' },
  closed: { from: 'active', to: 'closed', kind: 'clubClosed' },
} as const;

/** What its union said of a club. What it said before somebody else led it was told to who led it then. */
async function tellVerdict(club: Club, now: Instant): Promise<void> {
  const { state, decided, led, leader } = club;
  if (!decided || state === 'applied' || (led && led.at > decided.at)) return;
  const { from, to, kind } = verdicts[state];
  await tellOfClub(club, leader, kind, decided.at, now);
  await recordDecision({ ...onClub(club, leader), ...by(decided), from, to });
}

/** Who leads a club now, who did before, and who is asked to. */
async function tellLeaders(club: Club, now: Instant): Promise<void> {
  const { leader, led, successor } = club;
  if (successor) await tellOfClub(club, successor.person, 'leadAsked', successor.at, now);
  if (!led) return;
  const { before, ...word } = led;
  await tellOfClub(club, leader, 'leadsClub', led.at, now);
  await recordDecision({ ...onClub(club, leader), ...word, from: 'none', to: 'leads' });
  await tellOfClub(club, before, 'leadsClubNoMore', led.at, now);
  await recordDecision({ ...onClub(club, before), ...word, from: 'leads', to: 'leadsNoMore' });
}

/** What was decided on a club. */
export async function tellClub(club: Club, now: Instant): Promise<void> {
  await tellVerdict(club, now);
  await tellLeaders(club, now);
}

const rulings: Readonly<Record<string, Message['kind']>> = {
  approved: 'activityApproved',
  returned: 'activityReturned',
  graded: 'activityGraded',
  voided: 'activityVoided',
  reversed: 'activityReversed',
};

/** What was decided on an activity. */
export async function tellActivity(activity: Activity, now: Instant): Promise<void> {
  const { leader, ruled, settled, proposed } = activity;
  const about = onActivity(activity);
  const kind = ruled && rulings[ruled.to];
  if (ruled && kind) {
    const { from, to } = ruled;
    const club = await getClub(activity.club.id, { eventual: true });
    // Who led it then, and who declared it.
    const people = new Set([leader, club ? leaderAt(club, ruled.at) : leader]);
    for (const person of people) await tellOfActivity(activity, person, kind, ruled.at, now);
    await recordDecision({ ...about, ...by(ruled), from, to });
  }
  const reported = { from: 'reported' } as const;
  if (settled) await recordDecision({ ...about, ...by(settled), ...reported, to: 'settled' });
  if (proposed) await recordDecision({ ...about, ...by(proposed), ...reported, to: 'proposed' });
}

/** That somebody was found not to have been there. */
export async function recordStruck(activity: Activity, { struck }: Attendee): Promise<void> {
  if (!struck) return;
  const { by, at } = struck;
  const word = { by, at, role: 'clubReviewer', from: 'came', to: 'struck' } as const;
  await recordDecision({ ...onActivity(activity), ...word });
}
