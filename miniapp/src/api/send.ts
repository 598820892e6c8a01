import { type Endpoint, routeOf } from '@niangjia/shared/contract';
import Taro from '@tarojs/taro';
import { offline, readRefusal } from './refused.ts';

const TIMEOUT = 15_000;

/** The API's address, set when the app is built. */
const base = () => (process.env.TARO_APP_API ?? '').replace(/\/$/, '');

/** The path with its parameters filled in, and what is left of the input for the query or the body. */
function addressOf(endpoint: Endpoint, input: Readonly<Record<string, unknown>>) {
  const { method, path, parameters } = routeOf(endpoint);
  const filled = parameters.reduce(
    (rest, name) => rest.replace(`{${name}}`, encodeURIComponent(String(input[name]))),
    path,
  );
  const left = Object.fromEntries(
    Object.entries(input).filter(([name, value]) => !parameters.includes(name) && value !== undefined),
  );
  if (method !== 'GET')
    return { method, path: filled, body: Object.keys(left).length > 0 ? left : undefined };
  const query = Object.entries(left)
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
    .join('&');
  return { method, path: query ? `${filled}?${query}` : filled, body: undefined };
}

/** Sends one request and gives back the answer's body. Throws Refused, also when nothing answers. */
export async function send(
  endpoint: Endpoint,
  input: Readonly<Record<string, unknown>>,
  headers: Readonly<Record<string, string>>,
): Promise<unknown> {
  const { method, path, body } = addressOf(endpoint, input);
  const answer = await Taro.request({
    url: base() + path,
    method,
    ...(body === undefined ? {} : { data: body }),
    header: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    timeout: TIMEOUT,
  }).catch(() => {
    throw offline();
  });
  if (answer.statusCode >= 200 && answer.statusCode < 300) return answer.data;
  // A gateway that stands between us and the API answers in its own words.
  if (answer.statusCode === 0 || answer.statusCode === 502 || answer.statusCode === 504) throw offline();
  throw readRefusal(answer.data);
}
