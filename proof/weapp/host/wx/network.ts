import { who } from '../phone.ts';
import { asking } from './asked.ts';

interface Request {
  url: string;
  method?: string;
  data?: unknown;
  header?: Record<string, string>;
  timeout?: number;
}

const asQuery = (data: object) =>
  new URLSearchParams(Object.entries(data).map(([name, value]) => [name, String(value)])).toString();

async function send({ url, method = 'GET', data, header = {}, timeout = 60_000 }: Request) {
  const bodiless = method === 'GET' || method === 'HEAD';
  const query = bodiless && data && typeof data === 'object' ? asQuery(data) : '';
  const answer = await fetch('/request', {
    method,
    headers: {
      'x-url': query ? `${url}?${query}` : url,
      'x-header': encodeURIComponent(JSON.stringify({ 'content-type': 'application/json', ...header })),
    },
    ...(bodiless || data === undefined
      ? {}
      : { body: typeof data === 'string' || data instanceof ArrayBuffer ? data : JSON.stringify(data) }),
    signal: AbortSignal.timeout(timeout),
  });
  const text = await answer.text();
  return { statusCode: answer.status, data: parsed(text), header: {}, cookies: [] };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

async function codeForLogin() {
  const code = await (await fetch(`/login?who=${who}`, { method: 'POST' })).text();
  if (!code) throw new Error('no network');
  return { code };
}

/** Requests and the login, through the host's server: WeChat's requests know no origin. */
export const network = {
  request: asking('request', send),
  login: asking('login', codeForLogin),
};
