import type { Correcting, IdentityCorrection } from '@niangjia/shared/joining/identityCorrection';
import type { Subject } from '../../handler.ts';
import { partsOf } from '../applications.ts';
import { getCorrecting } from '../correcting.ts';

/** The request that an id names, with the membership it is about; it belongs to its union. */
export async function correctionSubject({
  id,
}: {
  id: string;
}): Promise<(Subject & Correcting & { correction: IdentityCorrection }) | undefined> {
  const { application, correction } = await getCorrecting(partsOf(id).person);
  return correction && { application, correction, org: correction.org };
}
