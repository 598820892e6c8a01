import type { joining } from '@niangjia/shared/joining/contract';
import { whyNotScan } from '@niangjia/shared/joining/session';
import { Refusal } from '@niangjia/shared/refusal';
import { countMiss } from '../guesses.ts';
import type { OpenHandler } from '../handler.ts';
import { getSession as find } from './sessions.ts';
import { sessionView } from './views.ts';
import { sealScan } from './visits.ts';

const posters = { POSTER_EARLY: 'early', POSTER_OVER: 'over' } as const;

/** What a scanned poster opens, with the moment of scanning sealed for whoever scanned. */
export const getSession: OpenHandler<typeof joining.getSession> = async ({ input, caller, now }) => {
  const session = await find(input.code);
  if (!session) {
    await countMiss(caller, now);
    throw new Refusal('NOT_FOUND');
  }
  const { code, org, startsAt, endsAt } = session;
  const why = whyNotScan(session, now);
  return {
    session: sessionView(session),
    poster: why ? posters[why] : 'open',
    scan: await sealScan({ code, org, startsAt, endsAt, scannedAt: now }, caller),
  };
};
