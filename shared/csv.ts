/** A table as a file that spreadsheets open, with nothing in it that one would take for a formula. */

// What begins a formula, in full width too, as some spreadsheets read it; behind blanks as well, which some drop.
const FORMULA = /^[\s\u00a0\u3000\ufeff]*[=+\-@|%\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

/** One cell: in quotes, and where it would begin a formula, as text. */
function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return `"${safe.replace(/"/g, '""')}"`;
}

/** Rows of cells as CSV (RFC 4180), with the mark by which spreadsheets know that it is UTF-8. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
