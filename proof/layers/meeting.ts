import { documents } from '../../functions/table.ts';

/**
 * Holds the first writes of so many requests until all of them are about to write: each has then decided by what none
 * of the others has written yet. For negative controls, which must not hang on how quick the machine is.
 */
export async function meeting<T>(requests: number, run: () => Promise<T>): Promise<T> {
  let arrived = 0;
  let open = () => {};
  const all = new Promise<void>((resolve) => {
    open = resolve;
  });
  documents.middlewareStack.add(
    (next, context) => async (args) => {
      if (/Put|Update|Delete|Transact/.test(String(context.commandName)) && arrived < requests) {
        arrived++;
        if (arrived === requests) open();
        await all;
      }
      return next(args);
    },
    { step: 'initialize', name: 'meeting', priority: 'high' },
  );
  try {
    return await run();
  } finally {
    documents.middlewareStack.remove('meeting');
  }
}
