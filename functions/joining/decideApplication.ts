import { joining } from '@niangjia/shared/joining/contract';
import { staffHandler } from '../handler.ts';
import { getApplication, partsOf } from './applications.ts';
import { ruleOn } from './rulings.ts';

export const decideApplication = staffHandler(joining.decideApplication, {
  subject: ({ id }) => getApplication(partsOf(id).person),
  handle: ({ input: { id, ...ruling }, subject, staff, request, now }) =>
    ruleOn(subject, { ruling, round: partsOf(id).round, staff, request, now }),
});
