import { audit } from '@niangjia/shared/joining/auditContract';
import { http } from '../../http.ts';
import { listCallBacks } from './listCallBacks.ts';
import { listDecisions } from './listDecisions.ts';
import { listDenials } from './listDenials.ts';
import { listDisclosures } from './listDisclosures.ts';
import { listNodes } from './listNodes.ts';
import { listPaces } from './listPaces.ts';
import { noteCallBack } from './noteCallBack.ts';
import { openCallBack } from './openCallBack.ts';
import { openDenial } from './openDenial.ts';
import { settleDenial } from './settleDenial.ts';

export const main = http(audit, {
  listNodes,
  listDecisions,
  listDisclosures,
  listPaces,
  listCallBacks,
  openCallBack,
  noteCallBack,
  listDenials,
  openDenial,
  settleDenial,
});
