import type { RequestOf, ResponseOf } from '@niangjia/shared/contract';
import type { help } from '@niangjia/shared/joining/helpContract';
import { whyNotIdNumber } from '@niangjia/shared/joining/idNumber';
import { fieldText } from '@niangjia/shared/refusal';
import { findTexts as texts } from './findMember.text.ts';

/** A member who was looked up. */
export type Member = ResponseOf<typeof help.lookUpMember>;
/** What somebody came for. */
export type Purpose = RequestOf<typeof help.lookUpMember>['purpose'];

export const purposes = Object.keys(texts.purposes) as Purpose[];

const plain = (typed: string) => typed.replace(/\s/g, '').toUpperCase();

/** What is wrong with a number as typed; it is an ID number or a card number by its length. */
export function faultOfNumber(typed: string): string | undefined {
  const number = plain(typed);
  if (/^\d{12}$/.test(number)) return undefined;
  if (number.length !== 18) return texts.numberWrong;
  const fault = whyNotIdNumber(number);
  return fault && fieldText(fault);
}

/** How a member is asked for by a number that is right. */
export function byNumber(typed: string) {
  const number = plain(typed);
  return number.length === 12
    ? ({ by: 'cardNumber', cardNumber: number } as const)
    : ({ by: 'idNumber', idNumber: number } as const);
}

/** `1101 02 000123`, as it is read aloud. */
export const sayCardNumber = (number: string) => number.replace(/^(\d{4})(\d{2})(\d{6})$/, '$1 $2 $3');
/** `110102 19910302 1243`, as it is read aloud. */
export const sayIdNumber = (idNumber: string) => idNumber.replace(/^(\w{6})(\d{8})(\w{4})$/, '$1 $2 $3');
