import type { Application } from '@niangjia/shared/joining/application';
import { type Submission, submit } from '@niangjia/shared/joining/submission';
import type { RequestMark } from '@niangjia/shared/retry';
import type { Instant } from '@niangjia/shared/time';
import { lookUpHash } from '../secrets.ts';
import { putSubmission } from './applications.ts';
import { claiming } from './claiming.ts';
import { type PlainPerson, sealDisplay, sealPerson } from './sealing.ts';

type Rest = Omit<Submission, 'idHash' | 'display' | 'sealed' | 'rivals'>;

/**
 * Seals and writes a submission under its claim. A number that is live already goes the same way at the
 * same cost; only the reviewer is told how many others claim it.
 */
export async function writeSubmission(
  rest: Rest,
  plain: PlainPerson,
  key: Promise<Uint8Array>,
  request: RequestMark,
  now: Instant,
): Promise<Application> {
  const { id } = rest;
  const idHash = await lookUpHash('idNumber', plain.idNumber);
  return claiming(idHash, id, key, async (others, opened) => {
    const submission: Submission = {
      ...rest,
      idHash,
      display: await sealDisplay(id, plain, now),
      sealed: sealPerson(opened, id, plain),
      rivals: others.length > 0 ? others.length : undefined,
    };
    return putSubmission((current) => submit(current, submission, request, now));
  });
}
