import type { Contract, Endpoint, RequestOf, ResponseOf } from '@niangjia/shared/contract';
import { keyFor, settled } from './pendingKeys.ts';
import { Refused } from './refused.ts';
import { send } from './send.ts';
import { refuseToken, signedIn } from './signIn.ts';

/** `key` names the wish when the same input can be wanted twice on purpose (a counter); see randomKey. */
interface CallOptions {
  readonly key?: string;
}
type Call<E extends Endpoint> =
  Record<never, never> extends RequestOf<E>
    ? (input?: RequestOf<E>, options?: CallOptions) => Promise<ResponseOf<E>>
    : (input: RequestOf<E>, options?: CallOptions) => Promise<ResponseOf<E>>;
/** A function for each endpoint. */
export type Client<C extends Contract> = { readonly [Name in keyof C]: Call<C[Name]> };

type Headers = Readonly<Record<string, string>>;

/** What the API says of a token it does not take, or takes no more. */
const NO_TOKEN = ['SIGN_IN', 'WEB_SIGN_IN_OVER'];

/** Sends as whoever is signed in; once more with a fresh login when the API no longer knows the old one. */
async function sendSignedIn(endpoint: Endpoint, input: Record<string, unknown>, headers: Headers) {
  const sendWith = (token: string) => send(endpoint, input, { ...headers, authorization: `Bearer ${token}` });
  const { token } = await signedIn();
  return sendWith(token).catch(async (thrown: unknown) => {
    if (!(thrown instanceof Refused) || !NO_TOKEN.includes(thrown.code)) throw thrown;
    refuseToken(token, thrown.code === 'WEB_SIGN_IN_OVER');
    return sendWith((await signedIn()).token);
  });
}

/** Whether a refusal leaves open what became of the request, so that its key must be used again. */
const unsettled = (thrown: unknown) =>
  thrown instanceof Refused && ['OFFLINE', 'FAILED', 'BUSY', 'SIGN_IN'].includes(thrown.code);

async function sendWithKey(
  name: string,
  endpoint: Endpoint,
  input: Record<string, unknown>,
  options: CallOptions,
) {
  const { key, wish } = options.key ? { key: options.key, wish: undefined } : await keyFor(name, input);
  try {
    const answer = await sendSignedIn(endpoint, input, { 'idempotency-key': key });
    if (wish) settled(wish);
    return answer;
  } catch (thrown) {
    if (wish && !unsettled(thrown)) settled(wish);
    throw thrown;
  }
}

function call(name: string, endpoint: Endpoint) {
  return (input: Record<string, unknown> = {}, options: CallOptions = {}): Promise<unknown> => {
    if (endpoint.who === 'anyone') return send(endpoint, input, {});
    if (endpoint.repeat === 'key') return sendWithKey(name, endpoint, input, options);
    return sendSignedIn(endpoint, input, {});
  };
}

/** The endpoints of a contract as functions; a feature makes its own, so that its contract travels in its package. */
export function clientOf<C extends Contract>(contract: C): Client<C> {
  const calls = Object.entries(contract).map(([name, endpoint]) => [name, call(name, endpoint)]);
  return Object.fromEntries(calls) as Client<C>;
}
