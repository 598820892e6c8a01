import { myData } from '@niangjia/shared/joining/myDataContract';
import { http } from '../../http.ts';
import { correctMyData } from './correctMyData.ts';
import { decideCorrection } from './decideCorrection.ts';
import { discloseCorrection } from './discloseCorrection.ts';
import { forgetMe } from './forgetMe.ts';
import { getCopy } from './getCopy.ts';
import { getMyData } from './getMyData.ts';
import { giveConsent } from './giveConsent.ts';
import { leaveUnion } from './leaveUnion.ts';
import { listCorrections } from './listCorrections.ts';
import { listReadings } from './listReadings.ts';
import { requestCorrection } from './requestCorrection.ts';
import { withdrawConsent } from './withdrawConsent.ts';
import { withdrawCorrection } from './withdrawCorrection.ts';

export const main = http(myData, {
  getMyData,
  getCopy,
  listReadings,
  correctMyData,
  requestCorrection,
  withdrawCorrection,
  listCorrections,
  discloseCorrection,
  decideCorrection,
  withdrawConsent,
  giveConsent,
  leaveUnion,
  forgetMe,
});
