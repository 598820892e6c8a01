import type { Instant } from '@niangjia/shared/time';
import { endsAt, live, type WebSignIn } from '@niangjia/shared/webSignIn';
import type { StaffMember } from '../staff.ts';
import { signToken } from '../tokens.ts';
import { templateIds } from '../wechat.ts';

/** What somebody gets who is signed in. */

/** Where a member of staff acts for the union. */
export const dutiesOf = (member: StaffMember | undefined) =>
  (member?.grants ?? []).flatMap(({ role }) => (member ? [{ role, org: member.org }] : []));

/** On a phone: a token, who they are, and where they act for the union. */
export async function loginOf(person: string, member: StaffMember | undefined, now: Instant) {
  return {
    ...(await signToken('session', person, now)),
    person: { id: person },
    staff: dutiesOf(member),
    templates: templateIds(),
  };
}

/** On a web page: also which sign-in it is, and what the next token is got with. */
export async function webLoginOf(member: StaffMember, signIn: WebSignIn, now: Instant) {
  const web = { id: signIn.id, endsAt: endsAt(signIn) };
  const [session, renewal] = await Promise.all([
    signToken('session', member.id, now, web),
    signToken('renewal', member.id, now, { ...web, turn: signIn.turn }),
  ]);
  return {
    ...session,
    person: { id: member.id },
    staff: dutiesOf(member),
    templates: templateIds(),
    signIn: signIn.id,
    renewal: renewal.token,
  };
}

/** Where somebody is signed in on the web; `here` is what they ask by. */
export function signInsView(member: StaffMember | undefined, here: string | undefined, now: Instant) {
  return {
    signIns: live(member?.signIns ?? [], now).map(({ id, browser, since, renewedAt }) => ({
      id,
      browser,
      since,
      renewedAt,
      here: id === here,
    })),
  };
}
