import { createHash, createHmac, type Hash, type Hmac } from 'node:crypto';
import { Refusal } from '@niangjia/shared/refusal';
import { SECOND } from '@niangjia/shared/time';
import { SignatureV4 } from '@smithy/signature-v4';

/**
 * The bucket of photos. Phones put theirs under `incoming/`, where each is gone after a day; what everybody may
 * see is under `photos/`. Every request is a signed address, the phone's and our own.
 */

/** Where the bucket is; locally with its name in the path. */
const bucketUrl = () => process.env.PHOTO_BUCKET_URL ?? '';

type Data = Parameters<InstanceType<ConstructorParameters<typeof SignatureV4>[0]['sha256']>['update']>[0];
const bytesOf = (data: Data) =>
  typeof data === 'string' ? Buffer.from(data) : Buffer.from(data as ArrayBuffer);

/** SHA-256, keyed where there is a secret, as the signer wants it. */
class Sha256 {
  private readonly secret: Data | undefined;
  private hash: Hash | Hmac;
  constructor(secret?: Data) {
    this.secret = secret;
    this.hash = this.begun();
  }
  private begun() {
    return this.secret === undefined ? createHash('sha256') : createHmac('sha256', bytesOf(this.secret));
  }
  update(data: Data): void {
    this.hash.update(bytesOf(data));
  }
  async digest(): Promise<Uint8Array> {
    return this.hash.digest();
  }
  reset(): void {
    this.hash = this.begun();
  }
}

const local = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };
const given = () => ({
  accessKeyId: process.env.AWS_ACCESS_KEY_ID ?? '',
  secretAccessKey: process.env.AWS_SECRET_ACCESS_KEY ?? '',
  ...(process.env.AWS_SESSION_TOKEN ? { sessionToken: process.env.AWS_SESSION_TOKEN } : {}),
});

/**
 * An address at which this one request is allowed for a while, with exactly these headers; another type or
 * length is refused by the bucket.
 */
export async function signedUrl(
  method: 'GET' | 'PUT' | 'DELETE',
  key: string,
  headers: Readonly<Record<string, string>>,
  milliseconds: number,
): Promise<string> {
  const { protocol, host, hostname, port, pathname } = new URL(`${bucketUrl()}/${key}`);
  const signer = new SignatureV4({
    service: 's3',
    region: process.env.AWS_REGION ?? 'local',
    credentials: process.env.STAGE === 'local' ? local : given(),
    sha256: Sha256,
    uriEscapePath: false,
  });
  const { query = {} } = await signer.presign(
    {
      method,
      protocol,
      hostname,
      ...(port ? { port: Number(port) } : {}),
      path: pathname,
      headers: { host, 'X-Amz-Content-Sha256': 'UNSIGNED-PAYLOAD', ...headers },
    },
    { expiresIn: milliseconds / SECOND },
  );
  return `${protocol}//${host}${pathname}?${new URLSearchParams(query as Record<string, string>)}`;
}

// Three tries of each end within a function's ten seconds.
const PATIENCE = 2500;
const TRIES = 3;
const pause = (attempt: number) =>
  new Promise((resolve) => setTimeout(resolve, Math.random() * 40 * 2 ** attempt));

/** No answer: the connection broke, or it took too long. */
const isSilence = (error: unknown) =>
  error instanceof TypeError || (error instanceof Error && error.name === 'TimeoutError');

/** One request, at most three times; what does not pass by then is a `BUSY` refusal. */
async function ask(
  method: 'GET' | 'PUT' | 'DELETE',
  key: string,
  headers: Record<string, string> = {},
  body?: Uint8Array<ArrayBuffer>,
): Promise<Response> {
  for (let attempt = 1; ; attempt++) {
    const url = await signedUrl(method, key, headers, 60 * SECOND);
    const options = { method, headers, body: body ?? null, signal: AbortSignal.timeout(PATIENCE) };
    const answer = await fetch(url, options).catch((error: unknown) => {
      if (!isSilence(error)) throw error;
    });
    if (answer && answer.status < 500) return answer;
    if (attempt === TRIES) throw new Refusal('BUSY');
    await pause(attempt);
  }
}

function expectOk(answer: Response, what: string): void {
  if (!answer.ok) throw new Error(`the bucket answered ${answer.status} to ${what}`);
}

/** An object as it is now, with the type it was put there as; undefined when there is none. */
export async function getObject(key: string): Promise<{ type: string; bytes: Uint8Array } | undefined> {
  const answer = await ask('GET', key);
  if (answer.status === 404) return undefined;
  expectOk(answer, 'a GET');
  const type = answer.headers.get('content-type') ?? '';
  return { type, bytes: new Uint8Array(await answer.arrayBuffer()) };
}

/** Puts an object there; the same one again changes nothing. It may be kept by who sees it for an hour. */
export async function putObject(key: string, type: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const headers = { 'content-type': type, 'cache-control': 'public, max-age=3600' };
  expectOk(await ask('PUT', key, headers, bytes), 'a PUT');
}

/** Takes an object away; one that is not there is away already. */
export async function deleteObject(key: string): Promise<void> {
  expectOk(await ask('DELETE', key), 'a DELETE');
}
