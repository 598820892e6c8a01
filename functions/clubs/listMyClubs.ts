import type { clubs } from '@niangjia/shared/clubs/contract';
import { clubsWith } from '../clubRecords.ts';
import type { OpenHandler } from '../handler.ts';
import { clubRow } from './views.ts';

/** The caller's clubs, those they lead first; what was never agreed to only its leader knows. */
export const listMyClubs: OpenHandler<typeof clubs.listMyClubs> = async ({ caller }) => {
  const mine = (await clubsWith(caller)).map((club) => ({
    ...clubRow(club),
    state: club.state,
    leads: club.leader === caller,
    asked: club.successor?.person === caller,
  }));
  const shown = mine.filter(({ state, leads }) => leads || state === 'active' || state === 'closed');
  return { clubs: shown.sort((a, b) => Number(b.leads) - Number(a.leads)) };
};
