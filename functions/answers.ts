import { Details, type Kind, Refusal, refusalEntry } from '@niangjia/shared/refusal';
import { SECOND } from '@niangjia/shared/time';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import * as v from 'valibot';
import type { Exchange } from './exchange.ts';

/** Answers as HTTP: the only place that knows status codes and headers. */

export const statusOf: Record<Kind, number> = {
  invalid: 400,
  signedOut: 401,
  forbidden: 403,
  missing: 404,
  conflict: 409,
  limited: 429,
  busy: 503,
};

function headers({ event, requestId, cost }: Exchange): Record<string, string> {
  const origin = event.headers.origin;
  const allowed = (process.env.H5_ORIGINS ?? '').split(',').filter(Boolean);
  return {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'referrer-policy': 'no-referrer',
    'strict-transport-security': 'max-age=31536000',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'x-request-id': requestId,
    vary: 'origin',
    ...(origin && allowed.includes(origin)
      ? {
          'access-control-allow-origin': origin,
          'access-control-expose-headers': 'retry-after, x-cost, x-request-id',
        }
      : {}),
    ...(process.env.STAGE === 'local'
      ? { 'x-cost': `writes=${cost.writes};reads=${cost.reads};calls=${cost.calls};trips=${cost.trips}` }
      : {}),
  };
}

/** The handler's answer, stripped to what the contract declares. */
export function answered(exchange: Exchange, answer: unknown): APIGatewayProxyStructuredResultV2 {
  const body = v.parse(exchange.endpoint.output, answer);
  return { statusCode: 200, headers: headers(exchange), body: JSON.stringify(body) };
}

/** A refusal as its code, sentence and next step, its details stripped to what is declared; anything else is a bug: logged once, answered without detail. */
export function refused(exchange: Exchange, error: unknown): APIGatewayProxyStructuredResultV2 {
  const refusal = error instanceof Refusal ? error : undefined;
  if (!refusal) logBug(exchange, error);
  const code = refusal?.code ?? 'FAILED';
  const { kind, text, next, retryAfter } = refusalEntry(code);
  const details = refusal?.details && v.parse(Details, refusal.details);
  const body = { code, message: text, next, details, requestId: exchange.requestId };
  return {
    statusCode: refusal ? statusOf[kind] : 500,
    headers: {
      ...headers(exchange),
      ...(retryAfter ? { 'retry-after': String(retryAfter / SECOND) } : {}),
      'x-code': code,
    },
    body: JSON.stringify(body),
  };
}

/** A bug's name and where it happened. Its message is left out: it may quote what a person sent. */
function logBug({ requestId, name }: Exchange, error: unknown): void {
  const { name: kind, stack } = error instanceof Error ? error : { name: typeof error, stack: '' };
  const where = (stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  console.error(
    JSON.stringify({ level: 'error', requestId, endpoint: name, error: kind, where: where.slice(0, 8) }),
  );
}

/** One line a request: which endpoint, how it ended, what it cost; never who, and nothing of what was sent. */
export function logged(exchange: Exchange, response: APIGatewayProxyStructuredResultV2): void {
  const { requestId, name, now, cost } = exchange;
  const line = {
    level: 'info',
    requestId,
    endpoint: name,
    status: response.statusCode,
    code: response.headers?.['x-code'],
    ms: Date.now() - now,
    ...cost,
  };
  console.log(JSON.stringify(line));
}
