import { stateOf } from '@niangjia/shared/account';
import type { InputOf } from '@niangjia/shared/contract';
import type { Approved } from '@niangjia/shared/joining/application';
import { help } from '@niangjia/shared/joining/helpContract';
import { Refusal } from '@niangjia/shared/refusal';
import { grantFor } from '@niangjia/shared/roles';
import { getAccount } from '../../accounts.ts';
import { holderOf } from '../../cards.ts';
import { dataKey } from '../../dataKeys.ts';
import { countMiss } from '../../guesses.ts';
import { staffHandler } from '../../handler.ts';
import { recordDisclosure } from '../../records.ts';
import { lookUpHash } from '../../secrets.ts';
import { memberUnder } from '../claims.ts';
import { rivalsOf } from '../rivals.ts';
import { openPerson } from '../sealing.ts';
import { memberNow } from './memberNow.ts';

type Input = InputOf<typeof help.lookUpMember>;

async function personFor(input: Input): Promise<string | undefined> {
  if (input.by === 'id') return input.id;
  if (input.by === 'cardNumber') return holderOf(input.cardNumber);
  return memberUnder(await lookUpHash('idNumber', input.idNumber));
}

/** The member somebody came for; a card's number and the card must be one another's. */
async function found(input: Input): Promise<Approved | undefined> {
  const person = await personFor(input);
  const member = person && (await memberNow(person));
  if (!member || (input.by === 'cardNumber' && member.cardNumber !== input.cardNumber)) return undefined;
  return member;
}

/**
 * Finds a member and opens their data. Who is a member elsewhere is nobody's business: outside one's
 * unions the answer is the same as for a number that is nobody's.
 */
export const lookUpMember = staffHandler(help.lookUpMember, {
  subject: 'each',
  handle: async ({ input, staff, request, now }) => {
    const member = await found(input);
    const grant = member && grantFor(staff, ['reviewer'], member.org.path);
    if (!member || !grant) {
      await countMiss(staff.id, now);
      throw new Refusal('MEMBER_NOT_FOUND');
    }
    const { id, org, cardNumber, membership, decision } = member;
    if (id === staff.id) throw new Refusal('OWN_ACCOUNT');
    const { purpose } = input;
    const { office } = staff;
    await recordDisclosure(
      { person: id, org, by: staff.id, office, role: grant.role, purpose, at: now },
      request,
    );
    const [account, rivals, key] = await Promise.all([getAccount(id), rivalsOf(member), dataKey(id)]);
    const { name, idNumber } = openPerson(key, member);
    return {
      id,
      name,
      idNumber,
      org: { id: org.id, name: org.name },
      cardNumber,
      membership,
      memberSince: decision.at,
      contested: rivals.length > 0,
      account: {
        state: stateOf(account),
        since: account?.decision?.at,
        seen: account?.version ?? 0,
      },
    };
  },
});
