import type { venues } from '@niangjia/shared/venues/contract';
import type { OpenHandler } from '../handler.ts';
import { groupsOf } from './groups.ts';

/** The groups for which the caller can book weekly. */
export const listGroups: OpenHandler<typeof venues.listGroups> = async ({ caller }) => ({
  groups: (await groupsOf(caller)).map(({ id, name }) => ({ id, name })),
});
