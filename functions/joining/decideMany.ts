import type { AnswerOf, InputOf } from '@niangjia/shared/contract';
import { joining } from '@niangjia/shared/joining/contract';
import { whyNotAmongMany } from '@niangjia/shared/joining/ruling';
import { Refusal, refusalEntry } from '@niangjia/shared/refusal';
import { type StaffCall, staffHandler } from '../handler.ts';
import { getApplication, partsOf } from './applications.ts';
import { ruleOn } from './rulings.ts';

type One = InputOf<typeof joining.decideMany>['decisions'][number];
type Result = AnswerOf<typeof joining.decideMany>['results'][number];

async function one(
  { id, ...ruling }: One,
  call: StaffCall<typeof joining.decideMany, unknown>,
): Promise<Result> {
  const { staff, request, now } = call;
  try {
    const why = whyNotAmongMany(ruling);
    if (why) throw new Refusal(why);
    const application = await getApplication(partsOf(id).person);
    if (!application) throw new Refusal('NOT_FOUND');
    return {
      id,
      decided: await ruleOn(application, { ruling, round: partsOf(id).round, staff, request, now }),
    };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, details } = error;
    return { id, refused: { code, message: refusalEntry(code).text, details } };
  }
}

/** Several decisions in the order given, each on its own; the rule checks the reviewer's scope for each. */
export const decideMany = staffHandler(joining.decideMany, {
  subject: 'each',
  handle: async (call) => {
    const results: Result[] = [];
    for (const decision of call.input.decisions) results.push(await one(decision, call));
    return { results };
  },
});
