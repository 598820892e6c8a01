import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { messageIn } from './inbox.ts';
import { deliver } from './messages/deliver.ts';

const processor = new BatchProcessor(EventType.DynamoDBStreams);

async function handOver({ eventName, dynamodb }: DynamoDBRecord): Promise<void> {
  const image = dynamodb?.NewImage;
  if (eventName !== 'INSERT' || !image) return;
  const found = messageIn(unmarshall(image as Record<string, AttributeValue>));
  if (found) await deliver(found.person, found.message, Date.now());
}

/**
 * The table's stream again, for new messages only: WeChat may be slow or away, and must not hold up what
 * else is made of changes. Messages that fail are tried again by themselves, a few times.
 */
export const main = (event: DynamoDBStreamEvent) =>
  processPartialResponse(event, handOver, processor, { throwOnFullBatchFailure: false });
