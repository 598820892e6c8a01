import { RecordOrg } from '@niangjia/shared/audit/record';
import { Entry } from '@niangjia/shared/clubs/ledger';
import type { Scored } from '@niangjia/shared/clubs/stars';
import type { OrgPath } from '@niangjia/shared/roles';
import { dayOf } from '@niangjia/shared/time';
import * as v from 'valibot';
import { absent, ConditionFailed, type Item, putItem, queryAll } from '../table.ts';

/**
 * Points that clubs gained and lost, by month: a copy of each award and each reversal of their ledgers, made by the
 * stream, beside the club's name and union of then. For figures and the stars of a quarter; entries never change.
 */

const Stored = v.object({ entry: Entry, clubName: v.string(), org: RecordOrg });
/** An award or a reversal, with the club's name and union when it was copied. */
export interface Point extends Scored {
  readonly org: v.InferOutput<typeof RecordOrg>;
}

const pkOf = (month: string) => `POINTS#${month}`;
const monthOf = ({ entry }: Point) => dayOf(entry.at).slice(0, 7);
const toItem = (point: Point): Item => ({
  ...v.parse(Stored, point),
  pk: pkOf(monthOf(point)),
  sk: `${point.org.path}#${point.entry.club}#${String(point.entry.seq).padStart(9, '0')}`,
});

function fromItem(item: Item): Point[] {
  const { entry, ...rest } = v.parse(Stored, item);
  return entry.kind === 'award' || entry.kind === 'reversal' ? [{ entry, ...rest }] : [];
}

/** Copies an entry; one that is there stays as it is. */
export async function putPoint(point: Point): Promise<void> {
  try {
    await putItem(toItem(point), absent);
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
  }
}

/** All of some months (`YYYY-MM`) at a node and below it, by month, union, club and number; as copied by now, or only for showing. */
export async function pointsOf(
  months: readonly string[],
  path: OrgPath,
  as: 'now' | 'shown' = 'shown',
): Promise<Point[]> {
  const found = await Promise.all(
    months.map((month) =>
      queryAll({
        ConsistentRead: as === 'now',
        KeyConditionExpression: 'pk = :month AND begins_with(sk, :path)',
        ExpressionAttributeValues: { ':month': pkOf(month), ':path': path },
      }),
    ),
  );
  return found.flat().flatMap(fromItem);
}
