import { acceptedBefore } from '@niangjia/shared/retry';
import { openVenue as opened } from '@niangjia/shared/venues/changing';
import { setUp } from '@niangjia/shared/venues/setUpContract';
import { getVenue, openedVenue } from '../../booking/venues.ts';
import { staffHandler } from '../../handler.ts';
import { getOrg, type Org } from '../../orgs.ts';
import { wordOf } from '../keeper/kept.ts';

async function orgSubject(input: { org: string }): Promise<{ org: Org } | undefined> {
  const org = await getOrg(input.org);
  return org && { org };
}

/** Opens a venue; its id is made of the request, so the same request opens one. */
export const openVenue = staffHandler(setUp.openVenue, {
  subject: orgSubject,
  handle: async ({ input, subject, staff, request, now }) => {
    const { org: _, ...facts } = input;
    const { id, path, name, division } = subject.org;
    const word = wordOf({ id: request.key, org: subject.org }, staff, now);
    const stored =
      (await getVenue(request.key)) ??
      (await openedVenue(opened(facts, { id, path, name, division }, word, request)));
    acceptedBefore(stored.accepted, request, now);
    return { id: stored.id, version: 1 };
  },
});
