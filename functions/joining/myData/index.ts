import { myData } from '@niangjia/shared/joining/myDataContract';
import { http } from '../../http.ts';
import { correctMyData } from './correctMyData.ts';
import { getMyData } from './getMyData.ts';
import { giveConsent } from './giveConsent.ts';
import { leaveUnion } from './leaveUnion.ts';
import { listReadings } from './listReadings.ts';
import { withdrawConsent } from './withdrawConsent.ts';

export const main = http(myData, {
  getMyData,
  listReadings,
  correctMyData,
  withdrawConsent,
  giveConsent,
  leaveUnion,
});
