import { mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import S3rver from '@20minutes/s3rver';
import { Failure } from './failure.ts';

/** The bucket of photos on this machine. */
export interface PhotoBucket {
  /** Where its objects are, by their key. */
  readonly url: string;
  stop(): Promise<void>;
}

interface Wanted {
  port: number;
  /** Where the objects are kept. */
  directory: string;
}

const NAME = 'niangjia-photos';

/** As serverless.yml lets pages put photos there; any page on this machine may. */
const CORS = `<CORSConfiguration><CORSRule><AllowedOrigin>*</AllowedOrigin><AllowedMethod>PUT</AllowedMethod>
<AllowedMethod>GET</AllowedMethod><AllowedHeader>content-type</AllowedHeader></CORSRule></CORSConfiguration>`;

/**
 * Starts a local S3 with one bucket. It checks signatures but takes what has none, so the bucket's policy
 * stands before it: without a signature one may read what is under `photos/` and nothing else.
 */
export async function startPhotoBucket({ port, directory }: Wanted): Promise<PhotoBucket> {
  mkdirSync(directory, { recursive: true });
  const bucket = { name: NAME, configs: [CORS] };
  const s3 = new S3rver({ directory, silent: true, vhostBuckets: false, configureBuckets: [bucket] });
  await s3.configureBuckets();
  const answer = s3.callback();
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://bucket');
    const signed = searchParams.has('X-Amz-Signature');
    const open = request.method === 'GET' && /^\/[^/]+\/photos\//.test(pathname);
    if (signed || open || request.method === 'OPTIONS') answer(request, response);
    else response.writeHead(403).end();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(new Failure(`The bucket of photos: ${error.message}`)));
    server.listen(port, '127.0.0.1', resolve);
  });
  const { port: listening } = server.address() as AddressInfo;
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${listening}/${NAME}`, stop };
}
