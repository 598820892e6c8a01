import { orgs } from '../cast.ts';
import { instantOf, MINUTE } from '../time.ts';
import type { Application, Approved, Submitted } from './application.ts';

/** Somebody at each state of an application and membership, for the tests of rules. */

export const noon = instantOf('2026-11-22', '12:40');
export const bytes = new Uint8Array([1]);
const { kind: _, ...org } = orgs.xinjiekouJoint;

const kept = {
  id: 'wangfang',
  round: 1,
  version: 2,
  org,
  openedAt: noon - 3 * MINUTE,
  submittedAt: noon - 2 * MINUTE,
  ethnicity: '01',
  education: '30',
  political: '13',
  employment: { kind: 'unit', unit: '顺达快递' },
  consents: { privacy: '1', realName: '1', pledge: '1' },
  idHash: 'number',
  sealed: { name: bytes, idNumber: bytes, phone: bytes },
  accepted: [],
} as const;
const decided = { by: 'limin', role: 'reviewer', authority: '1', at: noon, from: 'submitted' } as const;

export const waiting: Submitted = { ...kept, accepted: [], status: 'submitted', display: bytes };
export const member: Approved = {
  ...kept,
  accepted: [],
  status: 'approved',
  decision: { ...decided, to: 'approved' },
  cardNumber: '110102000001',
  evidence: 'seenAtDesk',
  membership: 'active',
};
export const rejected: Application = {
  ...kept,
  accepted: [],
  status: 'rejected',
  decision: { ...decided, to: 'rejected', reason: 'idMismatch' },
};
export const withdrawn: Application = { ...kept, accepted: [], status: 'withdrawn', withdrawnAt: noon };

const bank = { requestedAt: noon, consent: '2026-11' };
export const atTheBank: Approved = { ...member, bankCard: { ...bank, status: 'requested', display: bytes } };
export const withBankCard: Approved = {
  ...member,
  bankCard: { ...bank, status: 'issued', issuedAt: noon, by: 'qianli', lastFour: bytes },
};

let keys = 0;
/** A request that was not made before. */
export const fresh = () => ({ key: `key ${++keys}`, hash: 'body' });
