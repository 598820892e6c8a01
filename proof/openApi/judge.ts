import { createInstance, getHttpOperationsFromSpec, type IHttpRequest } from '@stoplight/prism-http';

/** A request and its answer, with what was JSON parsed. */
export interface Exchange {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly body: unknown;
  readonly answer: {
    readonly status: number;
    readonly headers: Record<string, string>;
    readonly body: unknown;
  };
}

/** What is wrong with an exchange, by who did it. */
export interface Verdict {
  readonly request: string[];
  readonly answer: string[];
}

const silence = { child: () => silence, info() {}, warn() {}, error() {} };
const config = {
  isProxy: true,
  upstream: new URL('http://answered.invalid'),
  upstreamProxy: undefined,
  checkSecurity: true,
  validateRequest: true,
  validateResponse: true,
  errors: false,
  mock: { dynamic: false },
} as const;

/** Prism, reading an OpenAPI document and nothing else of ours, judges exchanges by it. */
export async function judgeBy(document: object): Promise<(exchange: Exchange) => Promise<Verdict>> {
  const operations = await getHttpOperationsFromSpec(document);
  return async ({ method, url, headers, body, answer }) => {
    const { pathname, searchParams } = new URL(url, 'http://api');
    const right = { statusCode: answer.status, headers: answer.headers, body: answer.body };
    const forward = () => () => async () => ({ _tag: 'Right', right }) as const;
    const prism = createInstance(config, { logger: silence as never, forward });
    const asked = {
      method: method.toLowerCase() as IHttpRequest['method'],
      url: { path: pathname, query: Object.fromEntries(searchParams) },
      headers,
      body,
    };
    const judged = await prism.request(asked, operations)();
    if (judged._tag === 'Left') throw judged.left;
    const sentences = (faults: { message: string }[]) =>
      faults.map(({ message }) => `${method} ${pathname} → ${answer.status}: ${message}`);
    const { input, output } = judged.right.validations;
    return { request: sentences(input), answer: sentences(output) };
  };
}
