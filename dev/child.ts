import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';

/** A process the stack started, and everything that process starts. */
export interface Child {
  readonly name: string;
  /** Its own, and that of its group. */
  readonly pid: number | undefined;
  /** Resolves with how it ended ("code 1", "signal SIGKILL"); never rejects. */
  readonly ended: Promise<string>;
  /** The last of what it printed. */
  output(): string;
  /** Ends it and its descendants; resolves when they are gone. */
  stop(): Promise<void>;
  /** The same without asking first. */
  kill(): Promise<void>;
}

interface Options {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  onLine?: (line: string) => void;
  /** How long it may take to end politely, milliseconds. */
  patience?: number;
}

const KEPT = 200_000;

const groups = new Set<number>();
// A bug that ends us without a stop() must leave nothing running either.
process.on('exit', () => {
  for (const pid of groups) signalGroup(pid, 'SIGKILL');
});

/** Starts a command in a process group of its own, so that its children's children can be ended too. */
export function startChild(name: string, command: string, args: string[], options: Options = {}): Child {
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (child.pid) groups.add(child.pid);
  let text = '';
  let rest = '';
  const take = (chunk: Buffer) => {
    text = (text + chunk).slice(-KEPT);
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) options.onLine?.(stripVTControlCharacters(line));
  };
  child.stdout?.on('data', take);
  child.stderr?.on('data', take);
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ? `signal ${signal}` : `code ${code}`));
  });
  return {
    name,
    pid: child.pid,
    ended,
    output: () => stripVTControlCharacters(text),
    stop: () => stopGroup(child.pid, options.patience ?? 5000),
    kill: () => stopGroup(child.pid, 0),
  };
}

/** The last thing a child said, for a sentence about its end. */
export const lastLine = (child: Child) => child.output().trim().split('\n').at(-1) ?? '';

/** How a child ended by itself, as a sentence. */
export const obituary = (child: Child, how: string) =>
  `The ${child.name} ended by itself (${how})${how.startsWith('code') ? `: ${lastLine(child)}` : ''}.`;

/** Ends every process started here that still runs. */
export async function stopChildren(): Promise<void> {
  await Promise.all([...groups].map((pid) => stopGroup(pid, 5000)));
}

function signalGroup(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    process.kill(-pid, signal);
    return true;
  } catch {
    return false;
  }
}

async function stopGroup(pid: number | undefined, patience: number): Promise<void> {
  if (!pid) return;
  const politeUntil = Date.now() + patience;
  if (patience > 0) signalGroup(pid, 'SIGTERM');
  while (signalGroup(pid, 0)) {
    if (Date.now() >= politeUntil) signalGroup(pid, 'SIGKILL');
    // What is left then is dead, only nobody has collected it: in a container that can stay so.
    if (Date.now() > politeUntil + 2000) break;
    await pause(50);
  }
  groups.delete(pid);
}
