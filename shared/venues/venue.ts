import * as v from 'valibot';
import { OrgRef } from '../joining/session.ts';
import { KeptPhoto } from '../photos/album.ts';
import { Accepted } from '../retry.ts';
import { Day, Hours, Room } from './room.ts';

/** A venue (职工之家, 文化宫): where it is, when it is open, and its rooms. */
export const Venue = v.object({
  id: v.string(),
  version: v.number(),
  org: OrgRef,
  name: v.string(),
  address: v.string(),
  latitude: v.number(),
  longitude: v.number(),
  phone: v.string(),
  /** The house's rules in plain words. */
  words: v.string(),
  hours: Hours,
  closedDays: v.array(Day),
  rooms: v.array(Room),
  /** In the order in which they are shown; absent where there never was one. */
  photos: v.optional(v.array(KeptPhoto)),
  accepted: v.array(Accepted),
});
export type Venue = v.InferOutput<typeof Venue>;

/** A venue's room by its id. */
export const roomOf = ({ rooms }: Venue, id: string): Room | undefined =>
  rooms.find((room) => room.id === id);
