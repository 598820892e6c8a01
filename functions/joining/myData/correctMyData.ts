import { correct, whyNotCorrect } from '@niangjia/shared/joining/correction';
import type { myData } from '@niangjia/shared/joining/myDataContract';
import { Refusal } from '@niangjia/shared/refusal';
import { acceptedBefore } from '@niangjia/shared/retry';
import { dataKey, sealField } from '../../dataKeys.ts';
import type { OpenHandler } from '../../handler.ts';
import { phoneFrom } from '../../wechat.ts';
import { getApplication, putApplication } from '../applications.ts';
import { unlessAccepted } from '../unlessAccepted.ts';

/** Corrects at once what the member says of themself. */
export const correctMyData: OpenHandler<typeof myData.correctMyData> = async (call) => {
  const { input, caller, request, now } = call;
  const { phone: source, ...rest } = input;
  const after = await unlessAccepted(call, async () => {
    const [application, key] = await Promise.all([getApplication(caller), dataKey(caller)]);
    // Asked before WeChat is: its code is good once.
    const why = whyNotCorrect(application);
    if (why || !application) throw new Refusal(why ?? 'NOT_A_MEMBER');
    const phone = source && sealField(key, caller, 'phone', await phoneFrom(source, now));
    return putApplication(application, (current) => correct(current, { ...rest, phone }, request, now));
  });
  return { correctedAt: acceptedBefore(after.accepted, request, now)?.at ?? now };
};
