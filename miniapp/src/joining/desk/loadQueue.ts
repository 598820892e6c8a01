import type { ResponseOf } from '@niangjia/shared/contract';
import type { joining } from '@niangjia/shared/joining/contract';
import { dayOf, type Instant } from '@niangjia/shared/time';
import { api } from '../../api.ts';
import { wasTriedHere } from './decidedHere.ts';
import type { Outcome, QueueRow } from './queueLines.ts';

/** Whose applications: all of an org's, or those of one of its sessions. */
export interface QueueOf {
  readonly org: string;
  readonly session: string | undefined;
}

/** What waits, as far as it was read; `further` when there is more behind. */
export interface Queue extends Pick<Answer, 'org' | 'session' | 'lateAfter'> {
  readonly rows: readonly QueueRow[];
  readonly further: boolean;
}
type Answer = ResponseOf<typeof joining.listApplications>;

const MOST_PAGES = 8;
const asked = ({ org, session }: QueueOf) => (session ? { session } : { org });

/** What waits now: the first page; when those online are wanted, on until some of them are there. */
export async function loadQueue(of: QueueOf, online: boolean): Promise<Queue> {
  const rows: QueueRow[] = [];
  for (let page = 1, cursor: string | undefined; ; page++) {
    const answer = await api.listApplications({ ...asked(of), status: 'submitted', cursor });
    rows.push(...answer.applications);
    cursor = answer.cursor;
    const enough = !online || rows.some((row) => !row.onSite);
    if (!cursor || enough || page === MOST_PAGES) return { ...answer, rows, further: cursor !== undefined };
  }
}

const statuses = ['approved', 'rejected', 'voided'] as const;

async function decidedWith(
  of: QueueOf,
  status: (typeof statuses)[number],
  since: (row: QueueRow) => boolean,
) {
  const rows: QueueRow[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const answer = await api.listApplications({ ...asked(of), status, cursor });
    const wanted = answer.applications.filter(since);
    rows.push(...wanted);
    cursor = answer.cursor;
    if (!cursor || wanted.length < answer.applications.length) break;
  }
  return rows;
}

/** What was decided today, latest first. */
export async function loadDecidedToday(of: QueueOf, now: Instant): Promise<QueueRow[]> {
  const today = (row: QueueRow) => row.decidedAt !== undefined && dayOf(row.decidedAt) === dayOf(now);
  const lists = await Promise.all(statuses.map((status) => decidedWith(of, status, today)));
  return lists.flat().sort((a, b) => (b.decidedAt ?? 0) - (a.decidedAt ?? 0));
}

/** What colleagues decided on these applications, as far as it is known yet. */
export async function lookUpOutcomes(of: QueueOf, ids: readonly string[]): Promise<Map<string, Outcome>> {
  const pages = await Promise.all(
    statuses.map(async (status) => (await api.listApplications({ ...asked(of), status })).applications),
  );
  return new Map(
    pages
      .flat()
      .filter((row) => ids.includes(row.id))
      .flatMap((row): [string, Outcome][] =>
        row.status === 'submitted' || row.status === 'withdrawn'
          ? []
          : [
              [
                row.id,
                {
                  by: wasTriedHere(row.id) ? 'me' : 'colleague',
                  status: row.status,
                  ...(row.decidedAt ? { at: row.decidedAt } : {}),
                  ...(row.decidedBy ? { name: row.decidedBy } : {}),
                },
              ],
            ],
      ),
  );
}
