import { type Club, change } from '@niangjia/shared/clubs/club';
import type { clubs } from '@niangjia/shared/clubs/contract';
import { acceptedBefore } from '@niangjia/shared/retry';
import { changeClub as changed } from '../clubRecords.ts';
import type { OpenHandler } from '../handler.ts';
import { refuseRisky } from '../textCheck.ts';
import { leading } from './leads.ts';
import { ledClub } from './led.ts';

/** Changes what a club says of itself; one that was refused is asked for once more. */
export const changeClub: OpenHandler<typeof clubs.changeClub> = async (call) => {
  const { input, caller, request, now } = call;
  const { club: id, ...facts } = input;
  const club = await ledClub(id, caller);
  if (!acceptedBefore(club.accepted, request, now))
    await refuseRisky(caller, [facts.name, facts.words], 'log', now);
  // One that was refused counts again among those they lead.
  const alike = async (after: Club) =>
    after.since === now && after.state === 'applied' ? leading(after) : [];
  const { state } = await changed(club, (current) => change(current, facts, request, now), { alike });
  return { state };
};
