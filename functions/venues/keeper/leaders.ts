import { Refusal } from '@niangjia/shared/refusal';
import { grantFor, type Staff } from '@niangjia/shared/roles';
import type { Instant } from '@niangjia/shared/time';
import { type Group, type Naming, whyNotLead } from '@niangjia/shared/venues/group';
import { tell } from '../../inbox.ts';
import { activeMember } from '../../members.ts';
import { recordDecision } from '../../records.ts';
import { verifyToken } from '../../tokens.ts';

/** Leaders of groups: who may be one, and what the stream makes of one that was named. */

/** The naming that a keeper asks for. Throws why the guest can't lead a group of this union. */
export async function namingOf(
  guest: string,
  org: Group['org'],
  staff: Staff,
  now: Instant,
): Promise<Naming> {
  const claims = await verifyToken('guest', guest, now);
  if (!claims) throw new Refusal('CARD_OVER');
  const member = await activeMember(claims.person);
  if (!member) throw new Refusal('CARD_UNKNOWN');
  const authority = grantFor(staff, ['venueKeeper'], org.path)?.authority ?? '';
  const naming = { leader: claims.person, by: staff.id, authority };
  const why = whyNotLead(org, naming, member.org);
  if (why) throw new Refusal(why);
  return naming;
}

/** Tells who leads a group now and who did before, and records it; each once, however often it is told. */
export async function tellLeaders({ id, org, leader, named }: Group, now: Instant): Promise<void> {
  const { by, at, authority, before } = named;
  const { path, name } = org;
  const record = { kind: 'group', about: id, org: { id: org.id, path, name }, by, authority, at } as const;
  await tell(leader, { kind: 'leadsGroup', at, about: id }, now);
  await recordDecision({ ...record, person: leader, role: 'venueKeeper', from: 'none', to: 'leads' });
  if (before === undefined || before === leader) return;
  await tell(before, { kind: 'leadsNoMore', at, about: id }, now);
  await recordDecision({ ...record, person: before, role: 'venueKeeper', from: 'leads', to: 'leadsNoMore' });
}
