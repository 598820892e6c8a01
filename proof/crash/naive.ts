import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { endpoint } from '@niangjia/shared/contract';
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import * as v from 'valibot';
import type { Reply } from '../../dev/api.ts';
import { http } from '../../functions/http.ts';
import { documents, putItem, tableName, transact, updateItem } from '../../functions/table.ts';

/** Negative controls: handlers as one would write them without thinking of faults. */

const declaration = {
  summary: 'Counts one and notes it.',
  who: 'anyone',
  repeat: 'key',
  input: v.object({}),
  output: v.object({ count: v.number() }),
  refusals: [],
} as const;

const naive = {
  /** Two writes that belong together, retried but without a condition or a remembered key. */
  unremembered: endpoint({ route: 'POST /unremembered', ...declaration }),
  /** One write, sent once: what the service says for the moment is a bug to it. */
  unretried: endpoint({ route: 'POST /unretried', ...declaration }),
  /** The same as a transaction. */
  unretriedTransaction: endpoint({ route: 'POST /unretried-transaction', ...declaration }),
};

const key = { pk: 'NAIVE', sk: 'COUNT' };
const addOne = { UpdateExpression: 'ADD times :one', ExpressionAttributeValues: { ':one': 1 } };

const main = http(naive, {
  unremembered: async () => {
    const { times } = await updateItem(key, addOne);
    await putItem({ pk: 'NAIVE', sk: `NOTE#${times}` });
    return { count: Number(times) };
  },
  unretried: async () => {
    const low = new UpdateItemCommand({
      TableName: tableName(),
      Key: { pk: { S: key.pk }, sk: { S: key.sk } },
      UpdateExpression: 'SET times = :one',
      ExpressionAttributeValues: { ':one': { N: '1' } },
    });
    await documents.send(low as never);
    return { count: 1 };
  },
  unretriedTransaction: async () => {
    try {
      await transact([{ Put: { Item: { ...key, times: 1 } } }]);
    } catch {
      throw new Error('unexpected');
    }
    return { count: 1 };
  },
});

/** A request to one of the naive handlers. */
export const naiveRequest = (name: keyof typeof naive) => async (): Promise<Reply<unknown>> => {
  const event = {
    routeKey: naive[name].route,
    headers: { 'idempotency-key': 'naive-naive-naive' },
    requestContext: { requestId: 'naive' },
  };
  const { statusCode = 0, body = '' } = await main(event as unknown as APIGatewayProxyEventV2, {} as Context);
  const cost = { writes: 0, reads: 0, calls: 0, trips: 0 };
  const told = JSON.parse(body);
  return { status: statusCode, body: told, refusal: statusCode === 200 ? undefined : told, cost, bytes: 0 };
};
