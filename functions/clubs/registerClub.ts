import { register } from '@niangjia/shared/clubs/club';
import type { clubs } from '@niangjia/shared/clubs/contract';
import { allowing } from '@niangjia/shared/messages/reminder';
import { Refusal } from '@niangjia/shared/refusal';
import { acceptedBefore } from '@niangjia/shared/retry';
import { getClub } from '../clubRecords.ts';
import type { OpenHandler } from '../handler.ts';
import { activeMember } from '../members.ts';
import { refuseRisky } from '../textCheck.ts';
import { putRegistered } from './leads.ts';

/** Asks for a club; sent again it is the same one. */
export const registerClub: OpenHandler<typeof clubs.registerClub> = async (call) => {
  const { input, caller, request, now } = call;
  const { remind, ...facts } = input;
  const { key: id } = request;
  const [before, member] = await Promise.all([getClub(id), activeMember(caller)]);
  if (before && acceptedBefore(before.accepted, request, now)) return { id };
  if (!member) throw new Refusal('CLUB_MEMBERS_ONLY');
  await refuseRisky(caller, [facts.name, facts.words], 'log', now);
  const asked = { id, org: member.org, leader: caller, facts, allowed: allowing(remind, now) };
  const there = await putRegistered(register(asked, request, now));
  // Whoever was first with this key is this very request, or another one that may not have it.
  if (!acceptedBefore(there.accepted, request, now)) throw new Refusal('KEY_REUSED');
  return { id };
};
