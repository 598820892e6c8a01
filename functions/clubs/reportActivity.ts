import type { clubs } from '@niangjia/shared/clubs/contract';
import { report, whyNotReport } from '@niangjia/shared/clubs/holding';
import { handIn } from '@niangjia/shared/clubs/post';
import { Refusal } from '@niangjia/shared/refusal';
import { acceptedBefore } from '@niangjia/shared/retry';
import type { OpenHandler } from '../handler.ts';
import { clubsPolicy } from '../policies.ts';
import { refuseRisky } from '../textCheck.ts';
import { changeActivity } from './activities.ts';
import { ledActivity } from './led.ts';
import { changePost, getPost } from './posts.ts';

/**
 * Hands the report in: its post first, which then changes no more, then the activity. Cut short in between, it is sent
 * again, or another one is: the post stays as it was handed in, and the activity is reported.
 */
export const reportActivity: OpenHandler<typeof clubs.reportActivity> = async (call) => {
  const { input, caller, request, now } = call;
  const [{ activity }, policy, post] = await Promise.all([
    ledActivity(input.activity, caller),
    clubsPolicy(now),
    getPost(input.activity),
  ]);
  const { id } = activity;
  if (acceptedBefore(activity.accepted, request, now)) return { id };
  const why = whyNotReport(activity, policy, now);
  if (why) throw new Refusal(why);
  if (!post || post.photos.length === 0) throw new Refusal('REPORT_NO_PHOTO');
  await refuseRisky(caller, [input.words], 'log', now);
  await changePost(post, (current) => {
    if (current.photos.length === 0) throw new Refusal('REPORT_NO_PHOTO');
    return handIn(current, input.words, now);
  });
  await changeActivity(activity, policy, (current) => report(current, policy, request, now));
  return { id };
};
