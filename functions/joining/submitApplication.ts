import type { Application } from '@niangjia/shared/joining/application';
import type { joining } from '@niangjia/shared/joining/contract';
import { whyNotEligible } from '@niangjia/shared/joining/submission';
import { Refusal } from '@niangjia/shared/refusal';
import { acceptedBefore } from '@niangjia/shared/retry';
import { dataKey } from '../dataKeys.ts';
import type { Call, OpenHandler } from '../handler.ts';
import { phoneFrom } from '../wechat.ts';
import { idOf } from './applications.ts';
import { unlessAccepted } from './unlessAccepted.ts';
import { openVisit } from './visits.ts';
import { writeSubmission } from './writeSubmission.ts';

/** Submits an application. A number that is live already gets the same answer. */
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
  const { visit: sealedVisit, name, idNumber, phone: source, remind, ...rest } = input;
  const visit = await openVisit(sealedVisit, caller, now);
  const plain = { name, idNumber, phone: await phoneFrom(source, now) };
  const submission = { id: caller, ...visit, ...rest, remind: remind || undefined };
  return writeSubmission(submission, plain, dataKey(caller), request, now);
}
