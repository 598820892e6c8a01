import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { workers } from '@niangjia/shared/cast';

/** Files of a published front end that still know the demo: its sign-in codes, or somebody of its cast. */
export function demoTraces(output: string): string[] {
  const traces = ['demo-', ...Object.values(workers).flatMap(({ name, idNumber }) => [name, idNumber])];
  return globSync('**/*.{js,html,wxml,json}', { cwd: output }).filter((file) => {
    const text = readFileSync(join(output, file), 'utf8');
    return traces.some((trace) => text.includes(trace));
  });
}
