import { joining } from '@niangjia/shared/joining/contract';
import { Refusal } from '@niangjia/shared/refusal';
import { grantFor } from '@niangjia/shared/roles';
import { dataKeys } from '../dataKeys.ts';
import { staffHandler } from '../handler.ts';
import { getApplication, partsOf } from './applications.ts';
import { recordDisclosure } from './records.ts';
import { rivalsOf } from './rivals.ts';
import { openPerson } from './sealing.ts';
import { caseView, maskedCaseView } from './views.ts';

/** Opens one case, and those who claim the same number; each person shown unmasked is recorded first. */
export const discloseApplication = staffHandler(joining.discloseApplication, {
  subject: ({ id }) => getApplication(partsOf(id).person),
  handle: async ({ input, staff, subject, request, now }) => {
    if (subject.id === staff.id) throw new Refusal('OWN_CASE');
    const rivals = await rivalsOf(subject);
    const mine = (org: { path: string }) => grantFor(staff, ['reviewer'], org.path) !== undefined;
    const shown = [subject, ...rivals.filter((rival) => mine(rival.org))];
    await Promise.all(
      shown.map(({ id, org }) =>
        recordDisclosure({
          person: id,
          request: request.key,
          by: staff.id,
          org,
          purpose: input.purpose,
          at: now,
        }),
      ),
    );
    const keys = await dataKeys([subject.id, ...rivals.map(({ id }) => id)]);
    const views = [subject, ...rivals].flatMap((application) => {
      const key = keys.get(application.id);
      if (!key) return [];
      const view = shown.includes(application) ? caseView : maskedCaseView;
      return [view(application, openPerson(key, application), now)];
    });
    const [application, ...others] = views;
    if (!application) throw new Refusal('NOT_FOUND');
    return { application, rivals: others };
  },
});
