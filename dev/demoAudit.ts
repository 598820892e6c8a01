import { madeIdNumber, orgs, type staff } from '@niangjia/shared/cast';
import { audit } from '@niangjia/shared/joining/auditContract';
import { joining } from '@niangjia/shared/joining/contract';
import { consentVersions } from '@niangjia/shared/joining/form';
import { personOf } from '../functions/accounts.ts';
import { putDrawn } from '../functions/joining/audit/callBacks.ts';
import { signToken } from '../functions/tokens.ts';
import { type Caller, callAs, callWith } from './client.ts';
import { openidOf } from './wechatCodes.ts';

/** What auditors find in the demo: a reviewer faster than people can look, members to call back, and a denial. */

const SURNAMES = [...'冯褚卫蒋沈韩杨朱秦许何吕施'];
const GIVEN = [
  '春华',
  '建平',
  '晓燕',
  '志强',
  '玉梅',
  '海涛',
  '丽娟',
  '国庆',
  '秀兰',
  '永刚',
  '小龙',
  '淑芬',
  '明',
];
type Union = typeof orgs.zhongguancunJoint | typeof orgs.xinjiekouJoint;

/** Somebody who is nobody of the cast. */
export async function somebody(api: string, number: number): Promise<{ person: string; worker: Caller }> {
  const person = await personOf(openidOf(`crowd-${number}`));
  return { person, worker: callWith(api, (await signToken('session', person, Date.now())).token) };
}

/** Somebody applies online; their person's id, unless they had applied before. */
async function applied(api: string, number: number, union: Union): Promise<string | undefined> {
  const { person, worker } = await somebody(api, number);
  if ((await worker(joining.getMyApplication, {})).status !== 'none') return undefined;
  const { visit } = await worker(joining.openForm, { from: 'online', org: union.id });
  await worker(joining.submitApplication, {
    visit,
    name: `${SURNAMES[number]}${GIVEN[number]}`,
    idNumber: madeIdNumber(union.division, `19${75 + number}0${1 + (number % 9)}12`, 800 + number),
    phone: { kind: 'typed', number: `1390000${String(1000 + number)}` },
    ethnicity: '01',
    education: '60',
    political: '13',
    employment: { kind: 'newForm', occupation: 'courier', platform: '顺达快递' },
    consents: consentVersions,
  });
  return person;
}

const approval = { outcome: 'approved', evidence: 'seenAtDesk' } as const;

/** Puts an approval on the list, as if it had been drawn: with the lot, a demo would mostly have none. */
async function draw(person: string, union: Union, by: keyof typeof staff): Promise<string> {
  const { id, path, name } = union;
  await putDrawn({
    status: 'open',
    person,
    round: 1,
    version: 1,
    org: { id, path, name },
    approvedBy: await personOf(openidOf(by)),
    approvedAt: Date.now(),
    evidence: 'seenAtDesk',
    tries: 0,
    accepted: [],
  });
  return `${person}.1`;
}

/** Twelve people who wait are approved in one tap, none of them looked at. */
async function hasty(api: string): Promise<void> {
  const union = orgs.zhongguancunJoint;
  const numbers = Array.from({ length: 12 }, (_, number) => number);
  const people = (await Promise.all(numbers.map((number) => applied(api, number, union)))).flatMap(
    (person) => person ?? [],
  );
  const [first] = people;
  if (!first) return;
  const wugang = await callAs(api, 'wugang');
  await wugang(joining.decideMany, {
    decisions: people.map((person) => ({ id: `${person}.1`, ...approval })),
  });
  await draw(first, union, 'wugang');
}

/** Somebody who is opened, approved, and says on the phone that they never applied. */
async function denying(api: string, auditor: Caller): Promise<void> {
  const union = orgs.xinjiekouJoint;
  const person = await applied(api, 12, union);
  if (!person) return;
  const zhaoqiang = await callAs(api, 'zhaoqiang');
  await zhaoqiang(joining.discloseApplication, { id: `${person}.1`, purpose: 'review' });
  await zhaoqiang(joining.decideApplication, { id: `${person}.1`, ...approval });
  const id = await draw(person, union, 'zhaoqiang');
  await auditor(audit.openCallBack, { id });
  await auditor(audit.noteCallBack, {
    id,
    result: 'denied',
    words: '说没有申请过，身份证借给过站长',
  });
}

/** Loads it; run again it adds only what is missing. */
export async function loadAudit(api: string): Promise<void> {
  await hasty(api);
  await denying(api, await callAs(api, 'sunjing'));
}
