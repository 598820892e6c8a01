import type { clubMoney } from '@niangjia/shared/clubs/moneyContract';
import type { ResponseOf } from '@niangjia/shared/contract';
import { dayOf, sayFullTime } from '@niangjia/shared/time';
import { clubDeskTexts } from './desk.text.ts';
import { payListTexts as texts } from './redemptions.text.ts';
import { spreadsheet } from './spreadsheet.ts';

export type RedemptionRow = ResponseOf<typeof clubMoney.listRedemptions>['redemptions'][number];

/** What is to be paid, as a workbook for finance and the bank: a row each, amounts as numbers in yuan. */
export const payList = (rows: readonly RedemptionRow[]) =>
  spreadsheet(
    texts.sheet,
    texts.columns,
    rows.map(({ id, club, union, points, fen, year, askedAt, reviewedBy, reviewedAt }) => [
      club.name,
      union,
      points,
      { fen },
      year,
      sayFullTime(askedAt),
      reviewedBy ?? clubDeskTexts.somebody,
      reviewedAt === undefined ? '' : sayFullTime(reviewedAt),
      id,
    ]),
  );

/** What the file is called: whose it is, and of which day. */
export const payListName = (union: string, now: number) => texts.fileName(union, dayOf(now));
