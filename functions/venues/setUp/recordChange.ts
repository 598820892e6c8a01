import type { Venue } from '@niangjia/shared/venues/venue';
import { recordDecision } from '../../records.ts';

/** Records the last change of a venue, once however often it is told. */
export async function recordChange({ id, name, org, changed }: Venue): Promise<void> {
  if (!changed) return;
  const { by, at, authority, role = 'venueKeeper' } = changed.word;
  await recordDecision({
    ...{ kind: 'venue', person: id, thing: name, org: { id: org.id, path: org.path, name: org.name } },
    ...{ by, role, authority, at, changes: changed.changes },
    from: changed.to === 'opened' ? 'none' : 'opened',
    to: changed.to,
  });
}
