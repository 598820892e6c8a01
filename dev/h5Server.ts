import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { Failure } from './failure.ts';

/** What a build made for any stack has in place of the API's address; put in when a file is sent. */
export const API_PLACEHOLDER = 'http://api.niangjia.invalid';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
};

interface Options {
  directory: string;
  port: number;
  apiUrl: string;
}

/** Serves a built H5 app as a plain file server would, pointed at one API. */
export async function serveH5({ directory, port, apiUrl }: Options): Promise<{ stop(): Promise<void> }> {
  if (!existsSync(join(directory, 'index.html')))
    throw new Failure(`The H5 app is not built: ${directory} has no index.html.`);
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://h5');
    // `normalize` on an absolute path cannot climb above its root.
    const path = join(directory, normalize(decodeURIComponent(pathname)));
    const file = (await stat(path).catch(() => undefined))?.isDirectory() ? join(path, 'index.html') : path;
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    try {
      const bytes = await readFile(file);
      const body = /^text/.test(type) ? bytes.toString().replaceAll(API_PLACEHOLDER, apiUrl) : bytes;
      response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
    } catch {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('not found');
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(new Failure(`The H5 app: ${error.message}`)));
    server.listen(port, '127.0.0.1', resolve);
  });
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { stop };
}
