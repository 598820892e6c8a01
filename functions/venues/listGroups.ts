import type { venues } from '@niangjia/shared/venues/contract';
import { groupsOf } from '../booking/groups.ts';
import type { OpenHandler } from '../handler.ts';

/** The groups for which the caller can book weekly. */
export const listGroups: OpenHandler<typeof venues.listGroups> = async ({ caller }) => ({
  groups: (await groupsOf(caller)).map(({ id, name }) => ({ id, name })),
});
