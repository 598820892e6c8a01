import type { InputOf } from '@niangjia/shared/contract';
import type { joining } from '@niangjia/shared/joining/contract';
import { whyNotScan } from '@niangjia/shared/joining/session';
import { Refusal } from '@niangjia/shared/refusal';
import type { Instant } from '@niangjia/shared/time';
import type { OpenHandler } from '../handler.ts';
import { getJoinableOrg } from '../orgs.ts';
import { putPassage } from './sessions.ts';
import { openScan, sealVisit, type Visit } from './visits.ts';

type Input = InputOf<typeof joining.openForm>;

async function visitOf(input: Input, person: string, now: Instant): Promise<Visit> {
  if (input.from === 'online') {
    const found = await getJoinableOrg(input.org);
    if (!found) throw new Refusal('NOT_FOUND');
    const { id, path, name, division } = found;
    return { org: { id, path, name, division }, openedAt: now };
  }
  const scan = await openScan(input.scan, person, now);
  const why = whyNotScan(scan, scan.scannedAt);
  if (why) throw new Refusal(why);
  const passage = await putPassage(scan.code, {
    person,
    scannedAt: scan.scannedAt,
    openedAt: now,
    version: 0,
  });
  return { session: scan.code, org: scan.org, scannedAt: passage.scannedAt, openedAt: passage.openedAt };
}

/** Opens the form; at a session this is what the board counts as opened, once a person. */
export const openForm: OpenHandler<typeof joining.openForm> = async ({ input, caller, now }) => {
  const visit = await visitOf(input, caller, now);
  return {
    visit: await sealVisit(visit, caller),
    org: { id: visit.org.id, name: visit.org.name },
    onSite: visit.session !== undefined,
  };
};
