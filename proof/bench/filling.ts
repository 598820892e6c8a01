import { randomBytes } from 'node:crypto';
import { BatchWriteItemCommand } from '@aws-sdk/client-dynamodb';
import { localClient } from '../../dev/database.ts';
import { tableName } from '../../functions/table.ts';
import { dump, type StoredItem } from '../dump.ts';

const newId = () => randomBytes(16).toString('base64url');

/** Copies of somebody's application, records and claim under new ids, until the table has so many items. */
export async function fill(until: number): Promise<void> {
  const items = [...(await dump()).values()].map(({ item }) => item);
  const people = items.filter(({ sk, status }) => sk?.S === 'APPLICATION' && status?.S !== 'submitted');
  const models = items.filter(({ pk, sk }) => sk && people.some((person) => person.pk?.S === pk?.S));
  const client = localClient(String(process.env.DYNAMODB_ENDPOINT), 3);
  let missing = until - items.length;
  const copies = (): StoredItem[] =>
    models.slice(0, 25).map((item) => {
      const text = JSON.stringify(item, (_, part) =>
        part instanceof Uint8Array ? { bytes: Buffer.from(part).toString('base64') } : part,
      );
      const copied = text.replaceAll(String(item.pk?.S).slice('PERSON#'.length), newId());
      return JSON.parse(copied, (_, part) => (part?.bytes ? Buffer.from(part.bytes, 'base64') : part));
    });
  const write = async () => {
    while (missing > 0) {
      const batch = copies();
      missing -= batch.length;
      const requests = batch.map((Item) => ({ PutRequest: { Item } }));
      await client.send(new BatchWriteItemCommand({ RequestItems: { [tableName()]: requests } }));
    }
  };
  await Promise.all(Array.from({ length: 8 }, write));
  client.destroy();
}
