import { issueBankCard as issue, whyNotIssueBankCard } from '@niangjia/shared/joining/bankCard';
import { joining } from '@niangjia/shared/joining/contract';
import { Refusal } from '@niangjia/shared/refusal';
import { acceptedBefore } from '@niangjia/shared/retry';
import { dataKey, sealField } from '../dataKeys.ts';
import { staffHandler } from '../handler.ts';
import { getApplication, partsOf, putApplication } from './applications.ts';

/** Notes a bank card as issued; of its number only the last four digits are kept, sealed. */
export const issueBankCard = staffHandler(joining.issueBankCard, {
  subject: ({ id }) => getApplication(partsOf(id).person),
  handle: async ({ input, staff, subject, request, now }) => {
    const accepted = acceptedBefore(subject.accepted, request, now);
    if (accepted) return { id: input.id, issuedAt: accepted.at };
    const why = whyNotIssueBankCard(subject, staff);
    if (why) throw new Refusal(why);
    const lastFour = sealField(await dataKey(subject.id), subject.id, 'lastFour', input.lastFour);
    const after = await putApplication(subject, (current) =>
      issue(current, { clerk: staff, lastFour }, request, now),
    );
    return { id: input.id, issuedAt: acceptedBefore(after.accepted, request, now)?.at ?? now };
  },
});
