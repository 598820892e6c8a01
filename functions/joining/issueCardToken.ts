import type { joining } from '@niangjia/shared/joining/contract';
import { showCard } from '@niangjia/shared/joining/membership';
import { Refusal } from '@niangjia/shared/refusal';
import type { OpenHandler } from '../handler.ts';
import { signToken } from '../tokens.ts';
import { getApplication, putApplication } from './applications.ts';

/** The QR's text for the next minute. The first one is the moment the card was on the member's screen. */
export const issueCardToken: OpenHandler<typeof joining.issueCardToken> = async ({ caller, now }) => {
  const application = await getApplication(caller);
  if (application?.status !== 'approved' || application.membership !== 'active') throw new Refusal('NO_CARD');
  if (application.heldAt) throw new Refusal('ACCOUNT_FROZEN');
  const shown = await putApplication(application, (current) =>
    current.status === 'approved' ? showCard(current, now) : current,
  );
  const shownAt = shown.status === 'approved' ? (shown.shownAt ?? now) : now;
  return { ...(await signToken('card', caller, now)), shownAt };
};
