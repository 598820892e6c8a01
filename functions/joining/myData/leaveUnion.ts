import { leave } from '@niangjia/shared/joining/membership';
import type { myData } from '@niangjia/shared/joining/myDataContract';
import { acceptedBefore } from '@niangjia/shared/retry';
import type { OpenHandler } from '../../handler.ts';
import { getApplication, putDecision } from '../applications.ts';

/** Ends the caller's membership and gives the ID number free. */
export const leaveUnion: OpenHandler<typeof myData.leaveUnion> = async ({ caller, request, now }) => {
  const after = await putDecision(await getApplication(caller), true, (current) =>
    leave(current, request, now),
  );
  return { leftAt: acceptedBefore(after.accepted, request, now)?.at ?? now };
};
