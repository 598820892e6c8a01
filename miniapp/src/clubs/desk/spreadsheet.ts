import { strToU8, zipSync } from 'fflate';

/**
 * A table as a workbook (.xlsx, ECMA-376): a zip of a few small XML files. Text is in cells of text, so nothing that
 * somebody typed is ever taken for a formula.
 */

/** What stands in a cell: a text, a whole number, or money, which is shown in yuan and counted with. */
export type Cell = string | number | { readonly fen: number };

// A sheet can't hold these; a text with them would make the file unreadable.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is kept out.
const NO_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
/** Half of a letter, without its other half. */
const HALF = /[\ud800-\udfff]/gu;
/** What spreadsheets read as one letter by its number: written so that they read the letters as they are. */
const BY_NUMBER = /_(?=x[0-9a-fA-F]{4}_)/g;
const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const xml = (text: string) =>
  text
    .replace(NO_XML, '')
    .replace(HALF, '')
    .replace(BY_NUMBER, '_x005F_')
    .replace(/[&<>"]/g, (sign) => escapes[sign] ?? '');

/** `A`, `B`, … `AA`. */
const letters = (column: number): string =>
  (column < 26 ? '' : letters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));

/** Places in `cellXfs` below. */
const styles = { whole: 0, text: 1, money: 2, head: 3 } as const;

function cellOf(cell: Cell, at: string, head: boolean): string {
  if (typeof cell === 'string') {
    const style = head ? styles.head : styles.text;
    return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xml(cell)}</t></is></c>`;
  }
  if (typeof cell === 'number') return `<c r="${at}" s="${styles.whole}"><v>${cell}</v></c>`;
  return `<c r="${at}" s="${styles.money}"><v>${cell.fen / 100}</v></c>`;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const relation = (type: string, target: string, id: number) =>
  `<Relationship Id="rId${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;

const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="#,##0.00"/></numFmts>\
<fonts count="2"><font><sz val="11"/></font><font><b/><sz val="11"/></font></fonts>\
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>\
<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/>\
<xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/>\
<xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>`;

/** The widest text of a column, in half letters, within what can be read. */
const widthOf = (cells: readonly Cell[]) =>
  Math.min(48, Math.max(10, ...cells.map((cell) => (typeof cell === 'string' ? 2 * cell.length + 2 : 12))));

function sheetOf(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const lines = [head, ...rows].map(
    (row, y) =>
      `<row r="${y + 1}">${row.map((cell, x) => cellOf(cell, `${letters(x)}${y + 1}`, y === 0)).join('')}</row>`,
  );
  const widths = head.map((name, x) => {
    const width = widthOf([name, ...rows.map((row) => row[x] ?? '')]);
    return `<col min="${x + 1}" max="${x + 1}" width="${width}" customWidth="1"/>`;
  });
  // The names of the columns stay where they are while one reads on.
  const view =
    '<sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView>';
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews>${view}</sheetViews><cols>${widths.join('')}</cols><sheetData>${lines.join('')}</sheetData></worksheet>`;
}

/** A workbook of one sheet: the names of its columns, and its rows. */
export function spreadsheet(
  name: string,
  head: readonly string[],
  rows: readonly (readonly Cell[])[],
): Uint8Array<ArrayBuffer> {
  const files: Readonly<Record<string, string>> = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPES}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/></Types>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="${RELATIONS}">${relation('officeDocument', 'xl/workbook.xml', 1)}</Relationships>`,
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${xml(name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${RELATIONS}">${relation('worksheet', 'worksheets/sheet1.xml', 1)}${relation('styles', 'styles.xml', 2)}</Relationships>`,
    'xl/styles.xml': STYLES,
    'xl/worksheets/sheet1.xml': sheetOf(head, rows),
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])));
}
