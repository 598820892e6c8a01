import { describe, expect, it } from 'vitest';
import { csvOf } from './csv.ts';

/** A file read back as a spreadsheet reads it. */
function read(csv: string): string[][] {
  const rows: string[][] = [];
  let [row, text, quoted]: [string[], string, boolean] = [[], '', false];
  const body = csv.slice(1);
  for (let i = 0; i < body.length; i++) {
    const letter = body[i] ?? '';
    if (quoted && letter === '"' && body[i + 1] === '"') {
      text += '"';
      i++;
    } else if (letter === '"') quoted = !quoted;
    else if (quoted) text += letter;
    else if (letter === ',') [row, text] = [[...row, text], ''];
    else if (letter === '\n') {
      rows.push([...row, text.replace(/\r$/, '')]);
      [row, text] = [[], ''];
    } else text += letter;
  }
  return rows;
}

/** A fixed sequence that looks random: the same strings in each run. */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}
const PARTS = [
  ...[
    '=',
    '+',
    '-',
    '@',
    '|',
    '%',
    '＝',
    '＋',
    '－',
    '＠',
    '\t',
    '\r',
    '\n',
    '\r\n',
    ' ',
    '\u3000',
    '\u00a0',
    '\ufeff',
  ],
  ...[
    '"',
    '""',
    ',',
    ';',
    "'",
    "cmd|'/c calc'!A0",
    'HYPERLINK("http://x","y")',
    '王',
    '林*',
    '0',
    '1E9',
    '\u202e',
    '\u0000',
    '𠮷',
  ],
];
/** What the first letter of a cell must not be once it is read; nor after blanks. */
const isFormula = (text: string) =>
  /^[=+\-@|%＝＋－＠\t\r\n]/.test(text.replace(/^[\s\u00a0\u3000\ufeff]+/, '')) || /^[\t\r\n]/.test(text);

describe('a table', () => {
  it('opens as UTF-8, a line a row, whatever is in it', () => {
    expect(
      csvOf([
        ['房间', '会员'],
        ['1 号"大"台', '王*,男'],
      ]),
    ).toBe('\ufeff"房间","会员"\r\n"1 号""大""台","王*,男"\r\n');
  });

  it('holds no formula: ten thousand hostile strings come back as text, each in its cell', () => {
    const random = sequence(20);
    const string = () =>
      Array.from(
        { length: Math.floor(random() * 6) },
        () => PARTS[Math.floor(random() * PARTS.length)] ?? '',
      ).join('');
    const rows = Array.from({ length: 2500 }, () => Array.from({ length: 4 }, string));
    const back = read(csvOf(rows));
    expect(back).toHaveLength(rows.length);
    let defused = 0;
    rows.forEach((row, r) => {
      expect(back[r]).toHaveLength(4);
      row.forEach((text, c) => {
        const shown = back[r]?.[c] ?? '';
        expect(isFormula(shown)).toBe(false);
        if (shown !== text) defused++;
        expect([text, `'${text}`]).toContain(shown);
        expect(shown !== text).toBe(isFormula(text));
      });
    });
    expect(defused).toBeGreaterThan(1000);
  });

  it('negative control: the same strings as they are do begin formulas', () => {
    expect(PARTS.filter(isFormula).length).toBeGreaterThan(8);
  });
});
