import type { Application } from '@niangjia/shared/joining/application';
import type { joining } from '@niangjia/shared/joining/contract';
import { submit, whyNotEligible } from '@niangjia/shared/joining/submission';
import { Refusal } from '@niangjia/shared/refusal';
import { acceptedBefore } from '@niangjia/shared/retry';
import { dataKey } from '../dataKeys.ts';
import type { Call, OpenHandler } from '../handler.ts';
import { lookUpHash } from '../secrets.ts';
import { phoneFrom } from '../wechat.ts';
import { idOf, putSubmission } from './applications.ts';
import { claiming } from './claiming.ts';
import { sealDisplay, sealPerson } from './sealing.ts';
import { unlessAccepted } from './unlessAccepted.ts';
import { openVisit } from './visits.ts';

/**
 * Submits an application. A number that is live already goes the same way at the same cost and gets
 * the same answer; only the reviewer is told how many others claim it.
 */
export const submitApplication: OpenHandler<typeof joining.submitApplication> = async (call) => {
  const { input, caller, request, now } = call;
  const why = whyNotEligible(input.idNumber, now);
  if (why) throw new Refusal(why);
  const application = await unlessAccepted(call, () => submitted(call));
  const accepted = acceptedBefore(application.accepted, request, now);
  const round = accepted?.round ?? application.round;
  return { id: idOf({ id: caller, round }), status: 'submitted', submittedAt: accepted?.at ?? now };
};

async function submitted(call: Call<typeof joining.submitApplication>): Promise<Application> {
  const { input, caller, request, now } = call;
  const { visit: sealedVisit, name, idNumber, phone: source, ...rest } = input;
  const visit = await openVisit(sealedVisit, caller, now);
  const plain = { name, idNumber, phone: await phoneFrom(source, now) };
  const idHash = await lookUpHash('idNumber', idNumber);

  return claiming(idHash, caller, dataKey(caller), async (others, key) => {
    const display = await sealDisplay(caller, plain);
    const submission = {
      id: caller,
      ...visit,
      ...rest,
      idHash,
      display,
      sealed: sealPerson(key, caller, plain),
      rivals: others.length > 0 ? others.length : undefined,
    };
    return putSubmission((current) => submit(current, submission, request, now));
  });
}
