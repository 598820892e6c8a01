import { type Account, bind, doneBefore, type Newcomer, whyNotBind } from '@niangjia/shared/account';
import { type Application, type Approved, isLive } from '@niangjia/shared/joining/application';
import { help } from '@niangjia/shared/joining/helpContract';
import { releaseCard } from '@niangjia/shared/joining/membership';
import { Refusal } from '@niangjia/shared/refusal';
import { grantFor } from '@niangjia/shared/roles';
import { endAccount, getAccount, leadAway, leadTo, loginAt, putAccount, sealOpenid } from '../../accounts.ts';
import { findBindingCode, openidIn, useBindingCode } from '../../bindingCodes.ts';
import { dataKey } from '../../dataKeys.ts';
import { countMiss } from '../../guesses.ts';
import { staffHandler } from '../../handler.ts';
import { isNoStaff, rebindStaff, staffMember } from '../../staff.ts';
import { ConditionFailed, type Operation, transact } from '../../table.ts';
import { endPerson, getApplication, putting } from '../applications.ts';
import { memberNow } from './memberNow.ts';

interface Found extends Newcomer {
  readonly application: Application | undefined;
}

/** Who is behind the WeChat account of a code, and whether anything stands on them. */
async function newcomerAt(openidHash: string): Promise<Found | undefined> {
  const login = await loginAt(openidHash);
  if (!login) return undefined;
  const { person } = login;
  const [application, staff] = await Promise.all([getApplication(person), staffMember(person)]);
  const stands = application && (isLive(application) || application.cardNumber !== undefined);
  return { person, application, hasOwn: stands === true || staff !== undefined };
}

/** Parts of a transaction: whoever was behind the WeChat account ends; nothing of theirs stands. */
const ending = ({ person, application }: Found, member: string, now: number): Operation[] => [
  endAccount(person),
  endPerson(person, application, member, now),
  isNoStaff(person),
];

/**
 * Parts of a transaction: the card is valid again where the account was frozen; roles hold on this phone
 * from now on, and nowhere else.
 */
async function settling(member: Approved, now: number): Promise<Operation[]> {
  const staff = await staffMember(member.id);
  return [
    ...(member.heldAt ? [putting(member, releaseCard(member))] : []),
    ...(staff ? [rebindStaff(staff, now)] : []),
  ];
}

/** Parts of a transaction: the WeChat account leads to the member, and the one before to nobody who has anything. */
async function leading(
  member: Approved,
  before: Account | undefined,
  login: { openid: string; openidHash: string },
  newcomer: Found | undefined,
  now: number,
) {
  const { id } = member;
  const key = await dataKey(id);
  const openid = sealOpenid(key, id, login.openid);
  const { openidHash } = login;
  const same = newcomer?.person === id;
  const away = before && !same ? await leadAway(id, key, before) : undefined;
  return {
    given: { openid, openidHash, previous: away?.person },
    operations: [
      leadTo(openidHash, id, newcomer?.person),
      ...(away?.operations ?? []),
      ...(newcomer && !same ? ending(newcomer, id, now) : []),
    ],
  };
}

const TRIES = 3;

/**
 * Binds a WeChat account to a member whose document was seen, in one transaction: both logins, both
 * accounts, the code, and what a freeze held. Where something changed meanwhile, the rule is asked again.
 */
export const bindAccount = staffHandler(help.bindAccount, {
  subject: ({ id }) => memberNow(id),
  handle: async ({ input, subject, staff, request, now }) => {
    const { id, org } = subject;
    const grant = grantFor(staff, ['reviewer'], org.path);
    if (!grant) throw new Refusal('NOT_YOURS');
    for (let attempt = 1; attempt <= TRIES; attempt++) {
      const [account, code, member] = await Promise.all([
        getAccount(id),
        findBindingCode(input.code),
        attempt === 1 ? subject : memberNow(id),
      ]);
      const done = doneBefore(account, request, now);
      if (done) return { boundAt: done };
      if (!member) throw new Refusal('NOT_FOUND');
      if (!code) await countMiss(staff.id, now);
      const newcomer = code && (await newcomerAt(code.openidHash));
      const { id: orgId, path, name } = org;
      const question = {
        ...{ member: id, staff: staff.id, account, seen: input.seen, code, newcomer, now },
        ...{ grant, org: { id: orgId, path, name } },
      };
      const why = whyNotBind(question);
      if (why || !code) {
        // This very request may have been done between the account's read and the login's.
        const meanwhile = doneBefore(await getAccount(id), request, now);
        if (meanwhile) return { boundAt: meanwhile };
        throw new Refusal(why ?? 'BINDING_CODE_OVER');
      }
      const login = { openid: await openidIn(code, now), openidHash: code.openidHash };
      const { given, operations } = await leading(member, account, login, newcomer, now);
      const after = bind(question, given, request);
      try {
        await transact([
          putAccount(id, account, after),
          await useBindingCode(code.typed, id),
          ...operations,
          ...(await settling(member, now)),
        ]);
        return { boundAt: now };
      } catch (error) {
        if (!(error instanceof ConditionFailed)) throw error;
      }
    }
    throw new Refusal('BUSY');
  },
});
