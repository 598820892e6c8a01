import { sayYuan } from '../sayYuan.ts';
import type { Line } from './answers.ts';
import { natureNames } from './names.text.ts';
import { statementTexts as texts } from './statement.text.ts';
import { sayGrade } from './told.text.ts';

/** A line's title, what stands below it, and what it did to the points. */
export interface SaidLine {
  readonly title: string;
  readonly note: string;
  /** With its sign; empty where it changed nothing that can be redeemed. */
  readonly change: string;
}

/** `+60`, `−100`, with a minus as wide as the plus. */
const signed = (points: number) => (points === 0 ? '' : points > 0 ? `+${points}` : `−${-points}`);
const joined = (...parts: (string | undefined)[]) => parts.filter(Boolean).join(' · ');

/** Where the money of a redemption is; the item that tells is made a moment after the points are held. */
export function sayRedemption({ state = 'requested', voucher }: Pick<Line, 'state' | 'voucher'>): string {
  return joined(texts.states[state], state === 'paid' && voucher ? texts.voucher(voucher) : undefined);
}

/** One line of a statement in words. */
export function sayLine(line: Line): SaidLine {
  const { kind, points = 0, fen = 0, activity, nature, grade, headcount = 0, setOff = 0, words } = line;
  const change = signed(line.change);
  switch (kind) {
    case 'award':
      return {
        title: activity?.title ?? '',
        note: joined(
          nature && grade ? texts.award(headcount, natureNames[nature], sayGrade(grade)) : undefined,
          setOff > 0 ? texts.setOff(setOff) : undefined,
        ),
        change,
      };
    case 'hold':
      return { title: texts.redemption(sayYuan(fen)), note: sayRedemption(line), change };
    case 'release':
      return {
        title: texts.released(sayYuan(fen)),
        note: joined(setOff > 0 ? texts.setOff(setOff) : '', words),
        change,
      };
    case 'reversal':
      return {
        title: texts.reversal(activity?.title ?? ''),
        note: joined(words, points + line.change > 0 ? texts.shortBy(points + line.change) : undefined),
        change,
      };
    case 'repayment':
      return {
        title: texts.repayment(points),
        note: joined(sayYuan(fen), line.voucher ? texts.voucher(line.voucher) : undefined),
        change,
      };
  }
}
