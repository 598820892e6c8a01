import { createServer, type IncomingMessage, request as send } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { judgeBy } from './judge.ts';

/** Stands before the API, passes everything on as it is, and notes what is not as the API describes itself. */
export interface Guard {
  readonly url: string;
  /** How many exchanges were judged. */
  readonly judged: number;
  /** What a client sent that is not described. */
  readonly badRequests: string[];
  /** What the API answered that is not described. */
  readonly badAnswers: string[];
  stop(): Promise<void>;
}

/** A body as its content type says. */
function read({ headers }: IncomingMessage, bytes: Buffer): unknown {
  if (bytes.length === 0) return undefined;
  const text = bytes.toString();
  try {
    return /json/.test(headers['content-type'] ?? '') ? JSON.parse(text) : text;
  } catch {
    return text;
  }
}

const plain = ({ headers }: IncomingMessage) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));

/** Starts a guard before an API. It reads the API's own description when the first request comes. */
export async function startGuard(api: string): Promise<Guard> {
  const badRequests: string[] = [];
  const badAnswers: string[] = [];
  let judged = 0;
  const described = async () => judgeBy((await (await fetch(`${api}/openapi.json`)).json()) as object);
  let judge: ReturnType<typeof described> | undefined;

  const passOn = (request: IncomingMessage, body: Buffer) =>
    new Promise<IncomingMessage>((resolve, reject) => {
      const { method } = request;
      // Not compressed, so that it can be read.
      const headers = { ...request.headers, 'accept-encoding': 'identity' };
      send(new URL(request.url ?? '/', api), { method, headers }, resolve)
        .on('error', reject)
        .end(body);
    });

  const server = createServer(async (request, response) => {
    try {
      const body = await buffer(request);
      const answer = await passOn(request, body);
      const bytes = await buffer(answer);
      const { method = 'GET', url = '/' } = request;
      // A preflight is between the browser and the gateway.
      if (method !== 'OPTIONS') {
        judge ??= described();
        const verdict = await (await judge)({
          method,
          url,
          headers: plain(request),
          body: read(request, body),
          answer: { status: answer.statusCode ?? 0, headers: plain(answer), body: read(answer, bytes) },
        });
        judged += 1;
        badRequests.push(...verdict.request);
        badAnswers.push(...verdict.answer);
      }
      response.writeHead(answer.statusCode ?? 502, answer.headers).end(bytes);
    } catch (error) {
      badAnswers.push(`${request.method} ${request.url}: ${error}`);
      response.writeHead(502).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('the guard has no port');
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return {
    url: `http://localhost:${address.port}`,
    get judged() {
      return judged;
    },
    badRequests,
    badAnswers,
    stop,
  };
}
