import type { ClubFigures } from './FunnelCard.tsx';
import { figuresTexts as texts } from './figures.text.ts';
import { spreadsheet } from './spreadsheet.ts';

export type UnionRow = ClubFigures['unions'][number];

/** How much of its budget a union has paid or promised; undefined without one. */
export const shareOf = ({ paid, promised, budget }: Pick<UnionRow, 'paid' | 'promised' | 'budget'>) =>
  budget ? (paid + promised) / budget : undefined;

/** Spending by union as a workbook. */
export const unionsSheet = (unions: readonly UnionRow[]) =>
  spreadsheet(
    texts.sheet,
    texts.sheetColumns,
    unions.map((union) => {
      const share = shareOf(union);
      return [
        union.name,
        { fen: union.paid },
        { fen: union.promised },
        union.budget === undefined ? '' : { fen: union.budget },
        share === undefined ? '' : Math.round(100 * share),
      ];
    }),
  );
