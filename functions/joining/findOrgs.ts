import type { joining } from '@niangjia/shared/joining/contract';
import { fromCursor, toCursor } from '../cursor.ts';
import type { OpenHandler } from '../handler.ts';
import { orgsByName } from '../orgs.ts';

export const findOrgs: OpenHandler<typeof joining.findOrgs> = async ({ input }) => {
  const list = `orgs ${input.name}`;
  const { orgs, last } = await orgsByName(input.name, await fromCursor(list, input.cursor));
  return { orgs, cursor: await toCursor(list, last) };
};
