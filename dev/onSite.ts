import { type CastName, cast, orgs } from '@niangjia/shared/cast';
import type { RequestOf } from '@niangjia/shared/contract';
import type { joining } from '@niangjia/shared/joining/contract';
import { consentVersions } from '@niangjia/shared/joining/form';
import type { Ruling } from '@niangjia/shared/joining/ruling';
import { HOUR, MINUTE } from '@niangjia/shared/time';
import { type Acting, actingAs } from './api.ts';

/** A session with the cast, for feature tests: everything goes through the API. */

export type Form = Omit<RequestOf<typeof joining.submitApplication>, 'visit'>;

export const approve = { outcome: 'approved', evidence: 'seenAtDesk' } as const;
export const reject: Ruling = {
  outcome: 'rejected',
  reason: { code: 'idMismatch', words: '最后两位和证件不同', fields: ['idNumber'] },
};

interface Person {
  readonly name: string;
  readonly idNumber: string;
  readonly phone: string;
}

/** What somebody fills in, the same of everybody but for who they are. */
export function filledIn({ name, idNumber, phone }: Person, changed: Partial<Form> = {}): Form {
  return {
    name,
    idNumber,
    phone: { kind: 'typed', number: phone },
    ethnicity: '01',
    education: '30',
    political: '13',
    employment: { kind: 'newForm', occupation: 'courier', platform: '顺达快递' },
    consents: { ...consentVersions },
    ...changed,
  };
}

/** What somebody of the cast fills in. */
export const formOf = (name: CastName, changed?: Partial<Form>) => filledIn(cast[name], changed);

/** Opens a session of the street's joint union, or another. */
export const openAt = (who: Acting, from: number, to: number, org: string = orgs.xinjiekouJoint.id) =>
  who('openSession', {
    org,
    place: '新街口快递分拣中心',
    startsAt: from,
    endsAt: to,
    occupations: ['courier'],
  });

/** A session that is on, with Li Min on duty. */
export interface OnSite {
  readonly limin: Acting;
  readonly code: string;
  /** Scans the poster and opens the form. */
  readonly visitOf: (who: Acting) => Promise<string>;
  /** Applies; gives the application's id and its row in the queue. */
  readonly applied: (
    name: CastName,
    changed?: Partial<Form>,
  ) => Promise<{ who: Acting; id: string; row: Row | undefined }>;
}
type Row = Awaited<ReturnType<typeof queueOf>>[number];

const queueOf = async (reviewer: Acting, session: string) =>
  (await reviewer('listApplications', { session })).body.applications;

/** Opens a session that is on now. */
export async function onSite(): Promise<OnSite> {
  const limin = await actingAs('limin');
  const { code } = (await openAt(limin, Date.now() - 10 * MINUTE, Date.now() + HOUR)).body;
  const visitOf = async (who: Acting) => {
    const { body } = await who('getSession', { code });
    return (await who('openForm', { from: 'poster', scan: body.scan })).body.visit;
  };
  const applied: OnSite['applied'] = async (name, changed) => {
    const who = await actingAs(name);
    const sent = await who('submitApplication', { visit: await visitOf(who), ...formOf(name, changed) });
    if (sent.refusal) throw new Error(`${name} could not apply: ${sent.refusal.code}`);
    const { id } = sent.body;
    return { who, id, row: (await queueOf(limin, code)).find((row) => row.id === id) };
  };
  return { limin, code, visitOf, applied };
}
