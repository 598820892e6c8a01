import { expect, test } from 'vitest';
import { readWorkbook } from '../../../test/workbook.ts';
import { spreadsheet } from './spreadsheet.ts';

/** The file as a spreadsheet reads it, and a cell of it by its place. */
function read(file: Uint8Array) {
  const { paths, cells } = readWorkbook(file);
  return { paths, cells, at: (place: string) => cells.find(({ at }) => at === place) };
}

test('a workbook has its columns, its texts and its numbers; money is counted with in yuan', () => {
  const { paths, at } = read(
    spreadsheet('付款', ['社团', '积分', '金额（元）'], [['喜阅社', 100, { fen: 200_050 }]]),
  );
  expect(paths).toEqual([
    '[Content_Types].xml',
    '_rels/.rels',
    'xl/workbook.xml',
    'xl/_rels/workbook.xml.rels',
    'xl/styles.xml',
    'xl/worksheets/sheet1.xml',
  ]);
  expect(at('C1')).toMatchObject({ type: 'inlineStr', text: '金额（元）' });
  expect(at('A2')).toMatchObject({ type: 'inlineStr', text: '喜阅社' });
  expect(at('B2')).toMatchObject({ type: null, text: '100' });
  expect(at('C2')).toMatchObject({ type: null, style: '2', text: '2000.5' });
});

test.each([
  ["=cmd|' /C calc'!A0"],
  ['+1'],
  ['-1+1'],
  ['@SUM(A1)'],
  ['＝1+1'],
  ['<c t="str"><f>1+1</f></c>'],
  ['a & b " c \' d > e'],
  [']]>'],
  ['  spaces  '],
  ['_x003D_1+1'],
  ['123456789012345678'],
  ['😀 花样年华'],
])('%s is a text and stays what it is', (hostile) => {
  const { cells, at } = read(spreadsheet('表', [hostile], [[hostile]]));
  expect(cells).toHaveLength(2);
  for (const place of ['A1', 'A2']) {
    const cell = at(place);
    expect(cell).toMatchObject({ type: 'inlineStr', formula: false });
    // Spreadsheets read `_x005F_` as the line that it stands for.
    expect(cell?.text?.replace(/_x005F_/g, '_')).toBe(hostile);
  }
});

test('a letter by its number, which spreadsheets would turn into the letter, is written so that it stays', () => {
  const { at } = read(spreadsheet('表', ['_x003D_1+1'], []));
  expect(at('A1')?.text).toBe('_x005F_x003D_1+1');
});

test('what no XML can hold is left out', () => {
  const { at } = read(spreadsheet('表', ['a\u0000b\u001f\ud800c'], [['\udc00\udc00d\uffff']]));
  expect(at('A1')?.text).toBe('abc');
  expect(at('A2')?.text).toBe('d');
});

test('columns beyond Z have two letters', () => {
  const { cells } = read(
    spreadsheet(
      '表',
      Array.from({ length: 28 }, (_, i) => String(i)),
      [],
    ),
  );
  expect(cells.slice(-3).map(({ at }) => at)).toEqual(['Z1', 'AA1', 'AB1']);
});
