import { documents, keyTableName } from '../../functions/table.ts';

/**
 * Takes away what makes writes safe, for negative controls: a proof that still passes then proves
 * nothing. `conditions`: every write goes through whatever is there. `memory`: no item remembers the
 * requests it accepted. `destruction`: data keys stay.
 */
export type Sabotage = 'conditions' | 'memory' | 'destruction';

type Body = Record<string, unknown>;
type Operations = Record<string, Body>[];

function unconditional(body: Body): Body {
  const { ConditionExpression: _c, ReturnValuesOnConditionCheckFailure: _r, ...rest } = body;
  const used = String(rest.UpdateExpression ?? '');
  // The service refuses names and values that no expression uses.
  for (const field of ['ExpressionAttributeNames', 'ExpressionAttributeValues']) {
    const left = Object.entries((rest[field] ?? {}) as Body).filter(([name]) => used.includes(name));
    rest[field] = left.length > 0 ? Object.fromEntries(left) : undefined;
  }
  return rest;
}

const forgetful = (body: Body): Body =>
  (body.Item as Body | undefined)?.accepted
    ? { ...body, Item: { ...(body.Item as Body), accepted: [] } }
    : body;

const spoil: Record<Sabotage, (body: Body) => Body> = {
  conditions: unconditional,
  memory: forgetful,
  destruction: (body) => body,
};

/** Runs something while writes are spoilt so, for everybody. */
export async function sabotaged<T>(what: Sabotage, run: () => Promise<T>): Promise<T> {
  const change = spoil[what];
  documents.middlewareStack.add(
    (next, context) => (args) => {
      const input = args.input as Body;
      if (!/Put|Update|Delete|Transact/.test(String(context.commandName))) return next(args);
      const operations = (input.TransactItems as Operations | undefined)?.flatMap((operation) => {
        const [[kind, body] = ['', {}]] = Object.entries(operation);
        const left =
          (kind === 'ConditionCheck' && what === 'conditions') ||
          (kind === 'Delete' && what === 'destruction' && body.TableName === keyTableName());
        return left ? [] : [{ [kind]: change(body) }];
      });
      const spoilt = operations ? { ...input, TransactItems: operations } : change(input);
      return next({ ...args, input: spoilt as typeof args.input });
    },
    { step: 'initialize', name: 'sabotage', priority: 'high' },
  );
  try {
    return await run();
  } finally {
    documents.middlewareStack.remove('sabotage');
  }
}
