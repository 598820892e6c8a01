import type { clubs } from '@niangjia/shared/clubs/contract';
import { clubsAround } from '../clubRecords.ts';
import { fromCursor, toCursor } from '../cursor.ts';
import type { OpenHandler } from '../handler.ts';
import { activeMember } from '../members.ts';
import { clubRow } from './views.ts';

const CITY = '/';
const above = (path: string) => path.replace(/\d+\/$/, '');

/** Clubs that go on, around the caller; who is no member has the city before them. */
export const listClubs: OpenHandler<typeof clubs.listClubs> = async ({ input, caller }) => {
  const { around, category, cursor } = input;
  const member = around === 'city' ? undefined : await activeMember(caller);
  const own = member?.org.path ?? CITY;
  const path = around === 'near' && member ? above(own) : own;
  const list = `clubs ${path} ${category ?? ''}`;
  const { clubs, last } = await clubsAround(path, category, await fromCursor(list, cursor));
  return { clubs: clubs.map(clubRow), cursor: await toCursor(list, last) };
};
