import { joining } from '@niangjia/shared/joining/contract';
import { messages } from '@niangjia/shared/messages/contract';
import { system } from '@niangjia/shared/system';
import { type Client, clientOf } from './api/client.ts';
import { signedIn } from './api/signIn.ts';

/**
 * The API as far as the main package needs it, typed from its contracts: `api.submitApplication(input)`. Signing
 * in happens by itself. Throws Refused, and nothing else that is expected; shows nothing and goes nowhere.
 */
export const api: Client<typeof system> &
  Client<typeof joining> &
  Client<typeof messages> & { readonly login: typeof signedIn } = {
  ...clientOf(system),
  ...clientOf(joining),
  ...clientOf(messages),
  login: signedIn,
};
