import { type Approved, isMember } from '@niangjia/shared/joining/application';
import { getApplication } from '../applications.ts';

/** Somebody's membership as it is now, where it has not ended. */
export async function memberNow(person: string): Promise<Approved | undefined> {
  const application = await getApplication(person);
  return application?.status === 'approved' && isMember(application) ? application : undefined;
}
