import { nameSuccessor as named, whyNotLead } from '@niangjia/shared/clubs/club';
import type { clubs } from '@niangjia/shared/clubs/contract';
import { Refusal } from '@niangjia/shared/refusal';
import { acceptedBefore } from '@niangjia/shared/retry';
import { guestOf, shownBefore } from '../cardsShown.ts';
import { belongingOf, changeClub, getClub } from '../clubRecords.ts';
import type { OpenHandler } from '../handler.ts';
import { activeMember, maskedNames } from '../members.ts';

/** Asks a member of the club to lead it. Sent again it says the same name, however old the card's code is by then. */
export const nameSuccessor: OpenHandler<typeof clubs.nameSuccessor> = async (call) => {
  const { input, caller, request, now } = call;
  const nameOf = async (person: string) => ({ name: (await maskedNames([person])).get(person) });
  const club = await getClub(input.club);
  if (club && acceptedBefore(club.accepted, request, now))
    return nameOf((await shownBefore(input.card)) ?? '');
  const why = whyNotLead(club, caller);
  if (!club || why) throw new Refusal(why ?? 'NOT_FOUND');
  const person = await guestOf(input.card, caller, now);
  const [belonging, member] = await Promise.all([belongingOf(club.id, person), activeMember(person)]);
  if (!member) throw new Refusal('CARD_UNKNOWN');
  if (!belonging) throw new Refusal('NOT_IN_CLUB');
  await changeClub(club, (current) => named(current, person, caller, request, now));
  return nameOf(person);
};
