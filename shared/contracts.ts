import { clubs } from './clubs/contract.ts';
import { clubDesk } from './clubs/deskContract.ts';
import { clubMoney } from './clubs/moneyContract.ts';
import { clubPhotos } from './clubs/photosContract.ts';
import { wall } from './clubs/wallContract.ts';
import type { Contract } from './contract.ts';
import { description } from './description.ts';
import { audit } from './joining/auditContract.ts';
import { joining } from './joining/contract.ts';
import { help } from './joining/helpContract.ts';
import { myData } from './joining/myDataContract.ts';
import { messages } from './messages/contract.ts';
import { system } from './system.ts';
import { venues } from './venues/contract.ts';
import { keeping } from './venues/keeperContract.ts';
import { venuePhotos } from './venues/photosContract.ts';
import { setUp } from './venues/setUpContract.ts';

/**
 * Every contract there is, by the name of its function in `serverless.yml`. For what is about all of them: the
 * description, the tests. The app takes only those that a page needs.
 */
export const contracts = {
  description,
  system,
  joining,
  audit,
  help,
  myData,
  messages,
  venues,
  keeping,
  venuePhotos,
  setUp,
  clubs,
  clubPhotos,
  clubDesk,
  clubMoney,
  wall,
} as const satisfies Record<string, Contract>;
