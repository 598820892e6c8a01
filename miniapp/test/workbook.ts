import { strFromU8, unzipSync } from 'fflate';
import './environment.ts';

/** A cell as a spreadsheet finds it in the file. */
export interface ReadCell {
  readonly at: string;
  readonly type: string | null;
  readonly style: string | null;
  readonly text: string | null;
  readonly formula: boolean;
}

/** A workbook as a spreadsheet reads it: its parts by path, each well-formed XML or this throws, and its cells. */
export function readWorkbook(file: Uint8Array): { paths: string[]; cells: ReadCell[] } {
  const parts = Object.entries(unzipSync(file)).map(([path, bytes]): [string, Document] => {
    const part = new window.DOMParser().parseFromString(strFromU8(bytes), 'application/xml');
    if (part.querySelector('parsererror')) throw new Error(`${path} is no XML`);
    return [path, part];
  });
  const sheet = new Map(parts).get('xl/worksheets/sheet1.xml');
  const cells = [...(sheet?.querySelectorAll('c') ?? [])].map((cell) => ({
    at: cell.getAttribute('r') ?? '',
    type: cell.getAttribute('t'),
    style: cell.getAttribute('s'),
    text: cell.querySelector('is t')?.textContent ?? cell.querySelector('v')?.textContent ?? null,
    formula: cell.querySelector('f') !== null,
  }));
  return { paths: parts.map(([path]) => path), cells };
}

/** The texts of its rows, the head first. */
export function rowsOf(file: Uint8Array): (string | null)[][] {
  const rows = new Map<string, (string | null)[]>();
  for (const { at, text } of readWorkbook(file).cells) {
    const row = at.replace(/^[A-Z]+/, '');
    rows.set(row, [...(rows.get(row) ?? []), text]);
  }
  return [...rows.values()];
}
