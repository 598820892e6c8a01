import type { venues } from '@niangjia/shared/venues/contract';
import { gatheringsLedBy } from '../booking/gatherings.ts';
import type { OpenHandler } from '../handler.ts';

/** The groups and clubs for which the caller can book weekly. */
export const listGroups: OpenHandler<typeof venues.listGroups> = async ({ caller }) => ({
  groups: (await gatheringsLedBy(caller)).map(({ id, name }) => ({ id, name })),
});
