import { system } from '@niangjia/shared/system';
import { http } from '../http.ts';
import { confirmPairing } from './confirmPairing.ts';
import { endSignIn } from './endSignIn.ts';
import { endSignIns } from './endSignIns.ts';
import { getHealth } from './getHealth.ts';
import { inspectPairing } from './inspectPairing.ts';
import { listSignIns } from './listSignIns.ts';
import { openPairing } from './openPairing.ts';
import { renewSignIn } from './renewSignIn.ts';
import { signIn } from './signIn.ts';
import { takePairing } from './takePairing.ts';

export const main = http(system, {
  getHealth,
  signIn,
  openPairing,
  inspectPairing,
  confirmPairing,
  takePairing,
  renewSignIn,
  listSignIns,
  endSignIn,
  endSignIns,
});
