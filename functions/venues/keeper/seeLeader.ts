import { Refusal } from '@niangjia/shared/refusal';
import { whyNotLead } from '@niangjia/shared/venues/group';
import { keeping } from '@niangjia/shared/venues/keeperContract';
import { guestOf } from '../../cardsShown.ts';
import { staffHandler } from '../../handler.ts';
import { activeMember, maskedNames } from '../../members.ts';
import { signToken } from '../../tokens.ts';
import { orgSubject } from './orgSubject.ts';

/** Shows whose card it is, and whether they can lead a group of the union. */
export const seeLeader = staffHandler(keeping.seeLeader, {
  subject: orgSubject,
  handle: async ({ input, subject: { org }, staff, now }) => {
    const leader = await guestOf(input.card, staff.id, now);
    const [member, names, { token }] = await Promise.all([
      activeMember(leader),
      maskedNames([leader]),
      signToken('guest', leader, now),
    ]);
    if (!member) throw new Refusal('CARD_UNKNOWN');
    const why = whyNotLead(org, { leader, by: staff.id }, member.org);
    return { guest: token, name: names.get(leader), why };
  },
});
