import { setUp } from '@niangjia/shared/venues/setUpContract';
import { http } from '../../http.ts';
import { changeVenue } from './changeVenue.ts';
import { draftPolicy } from './draftPolicy.ts';
import { getSetUp } from './getSetUp.ts';
import { listOutside } from './listOutside.ts';
import { listPolicies } from './listPolicies.ts';
import { openVenue } from './openVenue.ts';

export const main = http(setUp, {
  openVenue,
  getSetUp,
  listOutside,
  changeVenue,
  listPolicies,
  draftPolicy,
});
