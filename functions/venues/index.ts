import { venues } from '@niangjia/shared/venues/contract';
import { http } from '../http.ts';
import { acceptOffer } from './acceptOffer.ts';
import { appealNoShow } from './appealNoShow.ts';
import { bookSlot } from './bookSlot.ts';
import { bookWeekly } from './bookWeekly.ts';
import { cancelBooking } from './cancelBooking.ts';
import { changeBooking } from './changeBooking.ts';
import { checkIn } from './checkIn.ts';
import { getDay } from './getDay.ts';
import { getVenue } from './getVenue.ts';
import { giveUpWait } from './giveUpWait.ts';
import { listBookings } from './listBookings.ts';
import { listFree } from './listFree.ts';
import { listGroups } from './listGroups.ts';
import { listNoShows } from './listNoShows.ts';
import { listVenues } from './listVenues.ts';
import { passOffer } from './passOffer.ts';
import { waitForSlot } from './waitForSlot.ts';

export const main = http(venues, {
  listVenues,
  getVenue,
  getDay,
  listFree,
  bookSlot,
  listBookings,
  cancelBooking,
  changeBooking,
  listGroups,
  bookWeekly,
  checkIn,
  waitForSlot,
  giveUpWait,
  acceptOffer,
  passOffer,
  listNoShows,
  appealNoShow,
});
