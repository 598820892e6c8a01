import { nodeAbove } from '@niangjia/shared/audit/callBack';
import { partsOf } from '../applications.ts';
import { getCallBack } from './callBacks.ts';

/** What somebody denied; it is the node above that is asked about it, not the union. */
export async function denialSubject({ id }: { id: string }) {
  const { person, round } = partsOf(id);
  const callBack = await getCallBack(person, round);
  return callBack && { org: { path: nodeAbove(callBack.org.path) }, callBack };
}
