import { orgs, workers } from '@niangjia/shared/cast';
import { joining } from '@niangjia/shared/joining/contract';
import { consentVersions } from '@niangjia/shared/joining/form';
import { help } from '@niangjia/shared/joining/helpContract';
import { HOUR, MINUTE } from '@niangjia/shared/time';
import { seed } from '../functions/seed.ts';
import { type Caller, callAs } from './client.ts';
import { type Applicant, apply, decide, type Ruling, type Worker } from './demoApplications.ts';
import { loadAudit } from './demoAudit.ts';
import { loadBookings } from './demoBookings.ts';
import { loadClubs } from './demoClubs.ts';
import { loadPhotos } from './demoPhotos.ts';
import { loadUse } from './demoUse.ts';

/*
 * Loads the demo into a running stack, in the stack's own environment: `node dev/demo.ts people` the
 * orgs, roles and policy; `node dev/demo.ts session <API>` a session that is on now, some
 * applications, bookings and clubs too. Run again it adds only what is missing. The last line is the session's code.
 */

const applicants: (Omit<Applicant, 'session'> & { online?: true })[] = [
  { name: 'zhaomin', employment: newForm('domesticWorker', '58到家'), education: '40', remind: true },
  { name: 'ouyang', employment: { kind: 'unit', unit: '新街口物业服务中心' }, education: '70' },
  { name: 'zhangwei', employment: newForm('truckDriver', '货拉拉'), education: '60', remind: true },
  { name: 'chenjing', employment: newForm('rideHailing', '滴滴出行'), education: '40', online: true },
];

function newForm(
  occupation: 'domesticWorker' | 'truckDriver' | 'rideHailing',
  platform: string,
): Applicant['employment'] {
  return { kind: 'newForm', occupation, platform };
}

/** A session of the street's joint union that goes on for a while yet; opened when there is none. */
async function currentSession(reviewer: Caller, now: number): Promise<string> {
  const org = orgs.xinjiekouJoint.id;
  const { sessions } = await reviewer(joining.listSessions, { org });
  const running = sessions.find(({ startsAt, endsAt }) => startsAt <= now && endsAt > now + HOUR / 2);
  if (running) return running.code;
  const { code } = await reviewer(joining.openSession, {
    org,
    place: '新街口街道党群服务中心一层',
    latitude: 39.9405,
    longitude: 116.3672,
    startsAt: now - 30 * MINUTE,
    endsAt: now + 150 * MINUTE,
    occupations: ['courier', 'foodRider', 'truckDriver', 'domesticWorker'],
    onDuty: [],
  });
  await reviewer(joining.countConsultations, { code, people: 9 });
  return code;
}

const rulings: { [name in Worker]?: Ruling } = {
  zhaomin: { outcome: 'approved', evidence: 'seenAtDesk' },
  ouyang: {
    outcome: 'rejected',
    reason: { code: 'phoneWrong', words: '号码打不通，请核对后再填一次', fields: ['phone'] },
  },
};

/** Somebody without a phone is helped to join, unless that was done; a member with a card on paper. */
async function helpJoin(reviewer: Caller, session: string): Promise<void> {
  const { name, idNumber } = workers.songguilan;
  const number = { by: 'idNumber', idNumber, purpose: 'printCard' } as const;
  const found = await reviewer(help.lookUpMember, number).catch((error: Error) => {
    if (!error.message.includes('MEMBER_NOT_FOUND')) throw error;
  });
  if (found) return;
  const { visit } = await reviewer(help.openHelpedForm, { session });
  const { id } = await reviewer(help.submitHelped, {
    visit,
    name,
    idNumber,
    phone: { kind: 'none' },
    ethnicity: '01',
    education: '70',
    political: '13',
    employment: newForm('domesticWorker', '新街口家政'),
    consents: consentVersions,
  });
  await reviewer(joining.decideApplication, { id, outcome: 'approved', evidence: 'seenAtDesk' });
}

const [what, api = '', data] = process.argv.slice(2);
const kept = data === 'kept';

/** Over data that is kept somebody may have gone on with the demo's people: what they did stays, and is said. */
async function unlessGoneOn(load: () => Promise<void>): Promise<void> {
  await load().catch((error: Error) => {
    if (!kept) throw error;
    console.log(`left as it is: ${error.message}`);
  });
}

async function loadSession(api: string): Promise<string> {
  const reviewer = await callAs(api, 'limin');
  const session = await currentSession(reviewer, Date.now());
  for (const { online, ...applicant } of applicants)
    await unlessGoneOn(async () => {
      const id = await apply(api, { ...applicant, session: online ? undefined : session });
      const ruling = rulings[applicant.name];
      if (id && ruling) await decide(reviewer, { session }, id, ruling);
    });
  await unlessGoneOn(() => helpJoin(reviewer, session));
  await unlessGoneOn(() => loadAudit(api));
  return session;
}

await seed();
if (what === 'session') {
  const session = await loadSession(api);
  await unlessGoneOn(() => loadPhotos(Date.now()));
  await unlessGoneOn(() => loadBookings(api, Date.now()));
  await unlessGoneOn(() => loadUse(Date.now()));
  await unlessGoneOn(() => loadClubs(api, Date.now()));
  console.log(session);
}
