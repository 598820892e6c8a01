import type { HelpedPhone } from '@niangjia/shared/joining/form';
import { help } from '@niangjia/shared/joining/helpContract';
import { whyNotEligible } from '@niangjia/shared/joining/submission';
import { Refusal } from '@niangjia/shared/refusal';
import { acceptedBefore } from '@niangjia/shared/retry';
import { ensureDataKey } from '../../dataKeys.ts';
import { staffHandler } from '../../handler.ts';
import { joiningPolicy } from '../../policies.ts';
import { getApplication, idOf } from '../applications.ts';
import { countHelped } from '../helped.ts';
import { isOver, openHelpedVisit } from '../visits.ts';
import { writeSubmission } from '../writeSubmission.ts';

const numberOf = (phone: HelpedPhone) => (phone.kind === 'none' ? '' : phone.number);

/**
 * Submits the application of somebody who was helped. It is theirs: a person of their own with a data key,
 * and no account until a phone is bound. Whoever helped is noted on it.
 */
export const submitHelped = staffHandler(help.submitHelped, {
  subject: ({ visit }) => openHelpedVisit(visit),
  handle: async ({ input, caller, subject, request, now }) => {
    const why = whyNotEligible(input.idNumber, now);
    if (why) throw new Refusal(why);
    const { person, ...visit } = subject;
    const current = await getApplication(person);
    const earlier = acceptedBefore(current?.accepted ?? [], request, now);
    if (earlier) return answer(person, earlier.round ?? 1, earlier.at);
    if (isOver(visit, now)) throw new Refusal('VISIT_EXPIRED');
    const { helpedAnHour } = await joiningPolicy(now);
    await countHelped(caller, person, helpedAnHour, now);
    const { visit: _sealed, name, idNumber, phone, ...rest } = input;
    const phoneOf = phone.kind === 'typed' ? undefined : phone.kind;
    const application = await writeSubmission(
      { id: person, ...visit, ...rest, helpedBy: caller, phoneOf },
      { name, idNumber, phone: numberOf(phone) },
      ensureDataKey(person),
      request,
      now,
    );
    const accepted = acceptedBefore(application.accepted, request, now);
    return answer(person, accepted?.round ?? application.round, accepted?.at ?? now);
  },
});

const answer = (id: string, round: number, submittedAt: number) =>
  ({ id: idOf({ id, round }), status: 'submitted', submittedAt }) as const;
