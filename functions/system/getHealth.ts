import type { system } from '@niangjia/shared/system';
import type { OpenHandler } from '../handler.ts';
import { getItem } from '../table.ts';

/** Up, and the table answers. */
export const getHealth: OpenHandler<typeof system.getHealth> = async () => {
  await getItem({ pk: 'HEALTH', sk: 'HEALTH' }, { eventual: true });
  return { status: 'ok' };
};
