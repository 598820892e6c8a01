import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { projectClubs } from './clubs/projections.ts';
import { projectAudit } from './joining/audit/projections.ts';
import { projectJoining } from './joining/projections.ts';
import { projectVenues } from './venues/projections.ts';

const processor = new BatchProcessor(EventType.DynamoDBStreams);

/** What changed, to every projection. Each may see a change twice or late, and must come out the same. */
async function project(record: DynamoDBRecord): Promise<void> {
  const image = record.dynamodb?.NewImage;
  if (!image) return;
  const item = unmarshall(image as Record<string, AttributeValue>);
  await projectJoining(item, Date.now());
  await projectAudit(item, Date.now());
  // Before venues, which let go of the calendar of who asked to be forgotten.
  await projectClubs(item, Date.now());
  await projectVenues(item, Date.now());
}

/** The table's stream. Changes that fail are tried again by themselves; the others are done. */
export const main = (event: DynamoDBStreamEvent) =>
  processPartialResponse(event, project, processor, { throwOnFullBatchFailure: false });
