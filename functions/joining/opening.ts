import type { Purpose } from '@niangjia/shared/audit/record';
import type { Application } from '@niangjia/shared/joining/application';
import { mayBeRead } from '@niangjia/shared/joining/ruling';
import { Refusal } from '@niangjia/shared/refusal';
import type { RequestMark } from '@niangjia/shared/retry';
import { grantFor, type Staff } from '@niangjia/shared/roles';
import type { Instant } from '@niangjia/shared/time';
import { dataKeys } from '../dataKeys.ts';
import { recordDisclosure } from '../records.ts';
import { rivalsOf } from './rivals.ts';
import { openPerson } from './sealing.ts';
import { caseView, elsewhereView } from './views.ts';

/** Who opens somebody's data, and what for. */
interface Opening {
  readonly staff: Staff;
  readonly purpose: Purpose;
  readonly request: RequestMark;
  readonly now: Instant;
}

/**
 * Opens somebody's data beside that of the others who claim a number; each person shown unmasked is
 * recorded first. Others are shown masked who are another union's, whose data is only kept, or who only
 * ask to have their own number corrected to this one.
 */
export async function openBeside(
  subject: Application,
  idHash: string | undefined,
  { staff, purpose, request, now }: Opening,
) {
  const rivals = idHash === undefined ? [] : await rivalsOf(subject, idHash);
  const isOpened = (rival: Application) =>
    rival.id !== staff.id &&
    rival.idHash === idHash &&
    grantFor(staff, ['reviewer'], rival.org.path) !== undefined &&
    mayBeRead(rival);
  const beside = rivals.filter(isOpened);
  const by = { by: staff.id, office: staff.office, role: 'reviewer', at: now } as const;
  const record = ({ id, org }: Application, what: Purpose) =>
    recordDisclosure({ person: id, org, purpose: what, ...by }, request);
  // Whoever is beside did not ask for what the subject asked for.
  await Promise.all([record(subject, purpose), ...beside.map((rival) => record(rival, 'settle'))]);
  const keys = await dataKeys([subject.id, ...rivals.map(({ id }) => id)]);
  const opened = (applications: Application[]) =>
    applications.flatMap((application) => {
      const key = keys.get(application.id);
      return key ? [{ application, key, person: openPerson(key, application) }] : [];
    });
  const [first, ...others] = opened([subject, ...beside]);
  if (!first) throw new Refusal('NOT_FOUND');
  return {
    ...first,
    rivals: others.map(({ application, person }) => caseView(application, person, staff.id, now)),
    elsewhere: opened(rivals.filter((rival) => !isOpened(rival))).map(({ application, person }) => ({
      ...elsewhereView(application, person),
      correcting: application.idHash !== idHash || undefined,
    })),
  };
}
