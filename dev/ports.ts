import { createServer } from 'node:net';
import { Failure } from './failure.ts';

/** The ports a stack listens on. */
export interface Ports {
  api: number;
  h5: number;
  wechat: number;
  database: number;
  photos: number;
}

const listening = (port: number, host?: string) =>
  new Promise<number>((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : port));
    });
  });

/** A port nobody listens on. */
export const freePort = () => listening(0);

/** Five different free ports, for a stack of a test. */
export async function freePorts(): Promise<Ports> {
  const taken = new Set<number>();
  while (taken.size < 5) taken.add(await freePort());
  const [api = 0, h5 = 0, wechat = 0, database = 0, photos = 0] = taken;
  return { api, h5, wechat, database, photos };
}

/** Refuses with one sentence when somebody listens on the port, on every address or on this machine's own. */
export async function requireFree(port: number, what: string, setting: string): Promise<void> {
  for (const host of ['127.0.0.1', '0.0.0.0', '::']) {
    try {
      await listening(port, host);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // A machine without IPv6 has no '::' to be busy.
      if (code === 'EAFNOSUPPORT' || code === 'EADDRNOTAVAIL') continue;
      if (code === 'EACCES')
        throw new Failure(
          `Port ${port} for ${what} needs root: set ${setting} in .env to a port above 1023.`,
        );
      throw new Failure(
        `Port ${port} for ${what} is busy: stop what listens there, or set ${setting} in .env to another port.`,
      );
    }
  }
}

/** The ports of `npm start`, from the environment (.env). */
export function portsFromEnvironment(env: NodeJS.ProcessEnv = process.env): Ports {
  const port = (setting: string, usual: number) => {
    const value = env[setting] || String(usual);
    if (!/^\d{1,5}$/.test(value) || Number(value) < 1 || Number(value) > 65_535)
      throw new Failure(`${setting}=${value} in .env is not a port (1–65535).`);
    return Number(value);
  };
  return {
    api: port('API_PORT', 3000),
    h5: port('H5_PORT', 8080),
    wechat: port('WECHAT_PORT', 3100),
    database: port('DATABASE_PORT', 8000),
    photos: port('PHOTOS_PORT', 9000),
  };
}
