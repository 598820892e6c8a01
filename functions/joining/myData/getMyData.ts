import type { myData } from '@niangjia/shared/joining/myDataContract';
import type { OpenHandler } from '../../handler.ts';
import { heldOf } from './held.ts';

/** Everything that is kept of the caller's application and membership. */
export const getMyData: OpenHandler<typeof myData.getMyData> = async ({ caller, now }) =>
  (await heldOf(caller, now)).view;
