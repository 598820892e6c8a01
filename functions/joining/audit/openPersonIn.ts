import type { CallBack } from '@niangjia/shared/audit/callBack';
import { mayBeRead } from '@niangjia/shared/joining/ruling';
import type { RequestMark } from '@niangjia/shared/retry';
import type { Role, Staff } from '@niangjia/shared/roles';
import type { Instant } from '@niangjia/shared/time';
import { dataKeys, openField } from '../../dataKeys.ts';
import { recordDisclosure } from '../../records.ts';
import { getApplication } from '../applications.ts';
import { openPerson } from '../sealing.ts';

/**
 * Name and phone of somebody to call, with what was noted before; the opening is recorded first. Undefined
 * where their data may no longer be read.
 */
export async function openPersonIn(
  { person, round, org, note }: CallBack,
  by: { staff: Staff; role: Role; request: RequestMark; now: Instant },
) {
  const [application, keys] = await Promise.all([getApplication(person), dataKeys([person])]);
  const key = keys.get(person);
  const stands = application?.status === 'approved' && application.round === round && mayBeRead(application);
  if (!stands || !key) return undefined;
  const { staff, role, request, now: at } = by;
  const { id, office } = staff;
  await recordDisclosure({ person, org, by: id, office, role, purpose: 'callBack', at }, request);
  const { name, phone } = openPerson(key, application);
  return { name, phone, words: note?.words && openField(key, person, 'words', note.words) };
}
