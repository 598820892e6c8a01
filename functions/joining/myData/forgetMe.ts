import { askToForget, forgottenAt, whyNotForget } from '@niangjia/shared/joining/forgetting';
import type { myData } from '@niangjia/shared/joining/myDataContract';
import { Refusal } from '@niangjia/shared/refusal';
import type { OpenHandler } from '../../handler.ts';
import { sweepAsked } from '../../people.ts';
import { joiningPolicy } from '../../policies.ts';
import { staffMember } from '../../staff.ts';
import { getApplication, putApplication } from '../applications.ts';
import { forgetPerson } from '../forgetPerson.ts';

/** Erases at once what need not be kept; the rest goes by itself when its time is over. */
export const forgetMe: OpenHandler<typeof myData.forgetMe> = async ({ caller, now }) => {
  const [application, staff, policy] = await Promise.all([
    getApplication(caller),
    staffMember(caller),
    joiningPolicy(now),
  ]);
  const isStaff = staff !== undefined;
  const why = whyNotForget({ application, isStaff });
  if (why) throw new Refusal(why);
  if (!application) {
    await forgetPerson(caller, now);
    return {};
  }
  const after = await putApplication(application, (current) => askToForget(current, isStaff, now));
  await sweepAsked(caller);
  return { until: forgottenAt(after, policy) };
};
