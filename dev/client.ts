import { randomUUID } from 'node:crypto';
import type { CastName } from '@niangjia/shared/cast';
import { type Endpoint, type RequestOf, type ResponseOf, routeOf } from '@niangjia/shared/contract';
import { system } from '@niangjia/shared/system';

/** Calls an endpoint over HTTP. */
export type Caller = <E extends Endpoint>(endpoint: E, input: RequestOf<E>) => Promise<ResponseOf<E>>;

const caller =
  (api: string, token?: string): Caller =>
  async (endpoint, input) => {
    const { method, path, parameters } = routeOf(endpoint);
    const rest: Record<string, unknown> = { ...(input as object) };
    const take = (name: string) => {
      const value = String(rest[name]);
      delete rest[name];
      return encodeURIComponent(value);
    };
    const filled = parameters.reduce((text, name) => text.replace(`{${name}}`, () => take(name)), path);
    const query = method === 'GET' ? `?${new URLSearchParams(rest as Record<string, string>)}` : '';
    const response = await fetch(api + filled + query, {
      method,
      headers: {
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      body: method === 'GET' ? undefined : JSON.stringify(rest),
    });
    const answer = await response.json();
    if (!response.ok) throw new Error(`${endpoint.route}: ${response.status} ${JSON.stringify(answer)}`);
    return answer as never;
  };

/** Calls with a token that was got otherwise. */
export const callWith = (api: string, token: string): Caller => caller(api, token);

/** Signs in as somebody of the cast and calls as them. */
export async function callAs(api: string, name: CastName): Promise<Caller> {
  const { token } = await caller(api)(system.signIn, { code: `demo-${name}` });
  return caller(api, token);
}
