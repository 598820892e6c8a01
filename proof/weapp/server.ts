import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { build } from 'esbuild';
import { openidOf } from '../../dev/wechatCodes.ts';
import type { Bundle } from './bundle.ts';
import { compiledStyles } from './styles.ts';
import { compiledTemplates } from './templates.ts';

/** What the host page is made of, for host/host.ts. */
export interface Compiled {
  readonly app: Bundle['app'];
  readonly pages: Bundle['pages'];
  /** The JSON of every page and component by path. */
  readonly configs: Readonly<Record<string, object>>;
  readonly styles: Readonly<Record<string, string>>;
}

/** Where the phones' requests go. */
interface Wanted {
  api: string;
  /** The bucket, to which the addresses for photos lead. */
  photos: string;
  wechat: string;
}

/** A running host for phones. */
export interface HostServer {
  readonly url: string;
  stop(): Promise<void>;
}

const here = (file: string) => new URL(file, import.meta.url).pathname;

async function hostScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [here('host/host.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
  });
  return outputFiles[0]?.text ?? '';
}

/** No script but ours and no eval: what WeChat refuses, the browser refuses here. Photos come from their bucket. */
const policy = (nonce: string, photos: string) =>
  `default-src 'self' data:; img-src 'self' data: blob: ${new URL(photos).origin}; script-src 'self' 'nonce-${nonce}'; style-src 'self' 'unsafe-inline'`;

const BODILESS = ['GET', 'HEAD'];

/** Sends what an app asked wx.request for: to the bucket, or else to the API, whatever address the build was made with. */
async function passOn(
  request: IncomingMessage,
  response: ServerResponse,
  { api, photos }: Pick<Wanted, 'api' | 'photos'>,
): Promise<void> {
  const asked = new URL(String(request.headers['x-url']), api);
  const { pathname, search } = asked;
  const origin = asked.href.startsWith(photos) ? asked.origin : api;
  const headers = JSON.parse(decodeURIComponent(String(request.headers['x-header'] ?? '%7B%7D')));
  const { method = 'GET' } = request;
  const body = BODILESS.includes(method) ? undefined : await buffer(request);
  const answer = await fetch(origin + pathname + search, {
    method,
    headers,
    ...(body && body.length > 0 ? { body: new Uint8Array(body) } : {}),
  });
  response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'text/plain' });
  response.end(Buffer.from(await answer.arrayBuffer()));
}

/** A code as wx.login gives it: good once. */
async function loginCode(name: string, wechat: string): Promise<string> {
  const answer = await fetch(`${wechat}/standin/codes`, {
    method: 'POST',
    body: JSON.stringify({ openid: openidOf(name) }),
  });
  return ((await answer.json()) as { code: string }).code;
}

/** The phone's owner allowed a message: WeChat knows. */
async function noteConsent(name: string, template: string, wechat: string): Promise<void> {
  const body = JSON.stringify({ openid: openidOf(name), template });
  await fetch(`${wechat}/standin/subscriptions`, { method: 'POST', body });
}

const IMAGES: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.svg': 'image/svg+xml',
};

/** A picture that lies in the bundle; everything else of it is compiled. */
function sendPicture(response: ServerResponse, directory: string, pathname: string): void {
  const type = IMAGES[extname(pathname)];
  // `normalize` on an absolute path cannot climb above its root.
  const file = join(directory, normalize(decodeURIComponent(pathname)));
  if (!type || !existsSync(file)) return void response.writeHead(404).end();
  response.writeHead(200, { 'content-type': type }).end(readFileSync(file));
}

/** The scripts of each package by their paths: `/scripts/` is the main package, `/scripts/<root>` a subpackage. */
function scriptFiles({ app, texts }: Bundle): Record<string, [type: string, text: string]> {
  const roots = (app.subPackages ?? []).map(({ root }) => root);
  const scripts = [...texts('js')];
  const packageOf = (path: string) => roots.find((root) => path.startsWith(`${root}/`)) ?? '';
  return Object.fromEntries(
    ['', ...roots].map((root) => {
      const own = Object.fromEntries(scripts.filter(([path]) => packageOf(path) === root));
      return [`/scripts/${root}`, ['application/json; charset=utf-8', JSON.stringify(own)]];
    }),
  );
}

/** Starts a server on this machine that hosts a built mini-program for any number of phones. */
export async function startHost(bundle: Bundle, { api, wechat, photos }: Wanted): Promise<HostServer> {
  const compiled: Compiled = {
    app: bundle.app,
    pages: bundle.pages,
    configs: Object.fromEntries([...bundle.texts('json')].map(([path, json]) => [path, JSON.parse(json)])),
    styles: compiledStyles(bundle),
  };
  const nonce = randomBytes(12).toString('base64url');
  const html = readFileSync(here('host/host.html'), 'utf8').replaceAll('{{nonce}}', nonce);
  const files: Record<string, [type: string, text: string]> = {
    '/': ['text/html; charset=utf-8', html],
    '/host.css': ['text/css; charset=utf-8', readFileSync(here('host/host.css'), 'utf8')],
    '/host.js': ['text/javascript; charset=utf-8', await hostScript()],
    '/templates.js': ['text/javascript; charset=utf-8', `window.weappTemplates=${compiledTemplates(bundle)}`],
    '/compiled.json': ['application/json; charset=utf-8', JSON.stringify(compiled)],
    ...scriptFiles(bundle),
  };
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://host');
    try {
      if (pathname === '/request') return await passOn(request, response, { api, photos });
      if (pathname === '/login')
        return void response.end(await loginCode(searchParams.get('who') ?? '', wechat));
      if (pathname === '/consent') {
        await noteConsent(searchParams.get('who') ?? '', searchParams.get('template') ?? '', wechat);
        return void response.end();
      }
      const [type, text] = files[pathname] ?? [];
      if (!type) return sendPicture(response, bundle.directory, pathname);
      response
        .writeHead(200, { 'content-type': type, 'content-security-policy': policy(nonce, photos) })
        .end(text);
    } catch {
      // As a gateway whose upstream does not answer.
      response.writeHead(502).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('the host has no port');
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${address.port}`, stop };
}
