import { Refusal } from '@niangjia/shared/refusal';
import { sealValue, unsealValue } from '../../secrets.ts';

/** What stands for somebody at one activity: nobody learns from it who it is, and it is good nowhere else. */

const PURPOSE = 'attendee';

export const toAttendeeId = async (activity: string, person: string): Promise<string> =>
  Buffer.from(await sealValue(PURPOSE, person, activity)).toString('base64url');

/** Who is meant; what is of another activity, or of anybody else's making, is nobody. */
export async function fromAttendeeId(activity: string, id: string): Promise<string> {
  const person = await unsealValue(PURPOSE, Buffer.from(id, 'base64url'), activity);
  if (typeof person !== 'string') throw new Refusal('NOT_FOUND');
  return person;
}
