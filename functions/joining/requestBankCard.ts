import { requestBankCard as request } from '@niangjia/shared/joining/bankCard';
import type { joining } from '@niangjia/shared/joining/contract';
import { Refusal } from '@niangjia/shared/refusal';
import { dataKey } from '../dataKeys.ts';
import type { OpenHandler } from '../handler.ts';
import { getApplication, putApplication } from './applications.ts';
import { openPerson, sealDisplay } from './sealing.ts';

/** Puts the member in the bank clerk's queue, with the consent to hand the data to the bank. */
export const requestBankCard: OpenHandler<typeof joining.requestBankCard> = async ({
  input,
  caller,
  now,
}) => {
  const [application, key] = await Promise.all([getApplication(caller), dataKey(caller)]);
  if (application?.status !== 'approved') throw new Refusal('NO_CARD');
  const display = await sealDisplay(caller, openPerson(key, application), now);
  const after = await putApplication(application, (current) => request(current, { ...input, display }, now));
  const bankCard = after.status === 'approved' ? after.bankCard : undefined;
  return { requestedAt: bankCard?.requestedAt ?? now };
};
