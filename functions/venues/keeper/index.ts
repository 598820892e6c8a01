import { keeping } from '@niangjia/shared/venues/keeperContract';
import { http } from '../../http.ts';
import { bookFor } from './bookFor.ts';
import { cancelFor } from './cancelFor.ts';
import { closeRoom } from './closeRoom.ts';
import { getKeptDay } from './getKeptDay.ts';
import { getUse } from './getUse.ts';
import { liftNoShows } from './liftNoShows.ts';
import { listAppeals } from './listAppeals.ts';
import { listClosing } from './listClosing.ts';
import { listKeptBookings } from './listKeptBookings.ts';
import { listKeptGroups } from './listKeptGroups.ts';
import { listKeptUnions } from './listKeptUnions.ts';
import { listKeptVenues } from './listKeptVenues.ts';
import { nameLeader } from './nameLeader.ts';
import { registerGroup } from './registerGroup.ts';
import { reopenRoom } from './reopenRoom.ts';
import { seeBooking } from './seeBooking.ts';
import { seeCard } from './seeCard.ts';
import { seeGuest } from './seeGuest.ts';
import { seeLeader } from './seeLeader.ts';
import { settleAppeal } from './settleAppeal.ts';
import { settleBooking } from './settleBooking.ts';
import { walkIn } from './walkIn.ts';

export const main = http(keeping, {
  listKeptVenues,
  getKeptDay,
  seeBooking,
  seeCard,
  cancelFor,
  settleBooking,
  listAppeals,
  settleAppeal,
  liftNoShows,
  listClosing,
  closeRoom,
  reopenRoom,
  seeGuest,
  bookFor,
  walkIn,
  getUse,
  listKeptBookings,
  listKeptUnions,
  listKeptGroups,
  seeLeader,
  registerGroup,
  nameLeader,
});
