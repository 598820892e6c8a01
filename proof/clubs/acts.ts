import { type Plan, rule } from '@niangjia/shared/clubs/activity';
import { decide } from '@niangjia/shared/clubs/club';
import { firstClubsPolicy } from '@niangjia/shared/clubs/policy';
import { messageKinds } from '@niangjia/shared/messages/message';
import { DAY, dayOf, HOUR, instantOf } from '@niangjia/shared/time';
import { newKey } from '../../dev/api.ts';
import { changeClub, getClub } from '../../functions/clubRecords.ts';
import { changeActivity, getActivity } from '../../functions/clubs/activities.ts';
import type { Actor } from '../world.ts';

/** What members and leaders do in the proofs, through the API; what staff say is written as their desk would. */

const said = () =>
  ({ by: 'reviewer', role: 'clubReviewer', authority: '工发〔2026〕3号', at: Date.now() }) as const;
const reviewer = { by: 'reviewer', leads: false, wasThere: false };
const request = () => ({ key: newKey(), hash: 'proof' });

export const clubFacts = {
  name: '喜阅社',
  category: 'reading',
  words: '每周一起读一本书。',
} as const;

/** A leader asks for a club; its id. */
export const askedFor = async (leader: Actor): Promise<string> =>
  (await leader.call('registerClub', clubFacts)).body.id;

/** Its union agrees to a club, or refuses it with words. */
export async function decided(club: string, approved = true, words?: string): Promise<void> {
  const seen = await getClub(club);
  if (!seen) throw new Error('no club');
  await changeClub(seen, (current) =>
    decide(current, { approved, decided: { ...said(), words } }, request(), Date.now()),
  );
}

/** A club that somebody leads and the union has agreed to; its id. */
export async function clubOf(leader: Actor): Promise<string> {
  const club = await askedFor(leader);
  await decided(club);
  return club;
}

/** What a leader types: an activity of two hours from two o'clock tomorrow, in a bookshop. */
export function planOf(changed: Partial<Plan> = {}): Plan {
  const start = changed.start ?? instantOf(dayOf(Date.now() + DAY), '14:00');
  return {
    ...{ title: '读书分享会', nature: 'inClub', start, end: start + 2 * HOUR, expected: 20 },
    ...{ place: '街角书店', latitude: 39.94, longitude: 116.37, words: '读《平凡的世界》。' },
    ...changed,
  };
}

/** A leader declares an activity; its id. */
export async function declaredBy(leader: Actor, club: string, changed: Partial<Plan> = {}): Promise<string> {
  const { body, refusal } = await leader.call('declareActivity', { club, ...planOf(changed) });
  if (refusal) throw new Error(`not declared: ${refusal.code}`);
  return body.id;
}

/** A reviewer agrees to an activity, or sends it back. */
export async function ruled(activity: string, approved = true): Promise<void> {
  const seen = await getActivity(activity);
  if (!seen) throw new Error('no activity');
  await changeActivity(seen, firstClubsPolicy, (current) =>
    rule(current, { approved, decided: said(), reviewer }, request(), Date.now()),
  );
}

/** An activity that was agreed to; its id. */
export async function approvedBy(...what: Parameters<typeof declaredBy>): Promise<string> {
  const activity = await declaredBy(...what);
  await ruled(activity);
  return activity;
}

/** The code on the leader's screen now. */
export async function codeOf(leader: Actor, activity: string): Promise<string> {
  const { body, refusal } = await leader.call('showCode', { activity });
  if (refusal) throw new Error(`no code: ${refusal.code}`);
  return body.code;
}

/** The kinds of what somebody was told, the latest first, by the words they read. */
export async function toldTo(who: Actor): Promise<string[]> {
  const { messages } = (await who.call('listMessages', {})).body;
  const kindOf = (title: string) => Object.entries(messageKinds).find(([, one]) => one.title === title)?.[0];
  return messages.map(({ title }) => kindOf(title) ?? title);
}
