import type { ResponseOf } from '@niangjia/shared/contract';
import { rejectionReasons } from '@niangjia/shared/joining/application';
import type { audit } from '@niangjia/shared/joining/auditContract';
import { keeperReasons } from '@niangjia/shared/venues/keepersWord';
import { sayYuan } from '../../sayYuan.ts';
import { auditTexts } from './audit.text.ts';
import {
  aboutNames,
  changedNames,
  changedOfRoom,
  consentOutcomes,
  outcomeNames,
  stateNames,
  decisionsTexts as texts,
} from './decisions.text.ts';

export type Decision = ResponseOf<typeof audit.listDecisions>['decisions'][number];

const names: Readonly<Record<string, string>> = { ...outcomeNames, ...consentOutcomes };
const reasons: Readonly<Record<string, string>> = { ...rejectionReasons, ...keeperReasons };

/** What was decided. */
export const sayOutcome = ({ kind, to }: Decision): string => names[`${kind}.${to}`] ?? to;

/** From which state to which. */
export function saySteps({ kind, from, to }: Decision): string {
  const states = stateNames[kind];
  return `${states[from] ?? from} → ${states[to] ?? to}`;
}

const sent = ['application.rejected'];
const named = (fields: readonly string[]) => fields.map((field) => aboutNames[field] ?? field).join('、');

/** Amounts are recorded in fen. */
const inFen = ['aHundred', 'aYear', 'fen'];
const sayValue = (field: string, value: string) =>
  value === '' ? '—' : inFen.includes(field) ? sayYuan(Number(value)) : value;

/** One thing that was changed: `乒乓球 1 号台·同时几人：1 → 2`. */
function sayChange({ field, before, after }: NonNullable<Decision['changes']>[number]): string {
  const [what = '', of] = field.split('·').reverse();
  const fields: Readonly<Record<string, string>> = of ? changedOfRoom : changedNames;
  const name = [of, fields[what] ?? what].filter(Boolean).join('·');
  return before || after ? `${name}：${sayValue(what, before)} → ${sayValue(what, after)}` : name;
}

/** What it rests on and why, one thing a line. */
export function sayWhy(decision: Decision): readonly string[] {
  const { kind, to, evidence, reason, fields = [], changes = [], helpedBy, onSite } = decision;
  const about = sent.includes(`${kind}.${to}`) ? texts.fields : texts.about;
  return [
    reason ? (reasons[reason] ?? reason) : '',
    fields.length > 0 ? about(named(fields)) : '',
    ...changes.map(sayChange),
    evidence ? auditTexts.evidences[evidence] : '',
    onSite && kind === 'application' ? texts.onSite : '',
    helpedBy ? texts.helpedBy(helpedBy.name ?? auditTexts.staffGone) : '',
  ].filter((line) => line !== '');
}

const tones: Readonly<Record<string, 'done' | 'waiting' | 'red'>> = {
  approved: 'done',
  issued: 'done',
  confirmed: 'done',
  settled: 'done',
  bound: 'done',
  corrected: 'done',
  rejected: 'waiting',
  notReached: 'waiting',
  frozen: 'waiting',
  voided: 'red',
  denied: 'red',
};
export const toneOf = ({ to }: Decision) => tones[to] ?? 'plain';
