import { keeping } from '@niangjia/shared/venues/keeperContract';
import { http } from '../../http.ts';
import { cancelFor } from './cancelFor.ts';
import { getKeptDay } from './getKeptDay.ts';
import { listKeptVenues } from './listKeptVenues.ts';
import { seeBooking } from './seeBooking.ts';
import { seeCard } from './seeCard.ts';
import { settleBooking } from './settleBooking.ts';

export const main = http(keeping, {
  listKeptVenues,
  getKeptDay,
  seeBooking,
  seeCard,
  cancelFor,
  settleBooking,
});
