import { documents } from '../../functions/table.ts';
import { sizeOfItem, writeUnits } from '../../functions/units.ts';
import type { Figure } from './figure.ts';

type Item = Record<string, unknown>;
interface Output {
  Item?: Item;
  Items?: Item[];
  ConsumedCapacity?: { CapacityUnits?: number };
}

const readUnits = (bytes: number) => Math.max(1, Math.ceil(bytes / 4096));

/** What a call costs by the published rules, worked out from item sizes; undefined where that needs what was there before. */
function byTheRules(command: string, input: Item, output: Output): number | undefined {
  const share = input.ConsistentRead ? 1 : 0.5;
  if (command === 'GetItemCommand') return share * readUnits(sizeOfItem(output.Item ?? {}));
  // What a query leaves out is charged too, and the engine forgets the least that one costs.
  const whole = !input.FilterExpression && !input.ProjectionExpression && output.Items?.length !== 0;
  if (command === 'QueryCommand' && whole && output.Items) {
    return share * readUnits(output.Items.reduce((sum, item) => sum + sizeOfItem(item), 0));
  }
  const put = input.Item as Item | undefined;
  if (command !== 'PutItemCommand' || !put || input.ConditionExpression !== 'attribute_not_exists(pk)')
    return undefined;
  return writeUnits(sizeOfItem(put)) * (put.gsi1pk ? 2 : 1);
}

/** Compares from now on what the engine reports with the rules; transactions are left out: there it is wrong. */
export function watchEngine(): () => Figure {
  let compared = 0;
  const different: string[] = [];
  documents.middlewareStack.add(
    (next, context) => async (args) => {
      const result = await next(args);
      const output = result.output as Output;
      const units = byTheRules(String(context.commandName), args.input as Item, output);
      const reported = output.ConsumedCapacity?.CapacityUnits;
      if (units === undefined || reported === undefined) return result;
      compared += 1;
      if (units !== reported) different.push(`${context.commandName} ${units} ≠ ${reported}`);
      return result;
    },
    { step: 'initialize', name: 'watchEngine', priority: 'low' },
  );
  return () => ({
    table: 'The meter beside what the engine reports (without transactions)',
    name: 'calls',
    measured: { compared, different: different.length, ...(different[0] ? { such_as: different[0] } : {}) },
    budget: { different: 0 },
  });
}
