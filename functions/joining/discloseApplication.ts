import type { Application } from '@niangjia/shared/joining/application';
import { joining } from '@niangjia/shared/joining/contract';
import { mayBeRead, whyNotDisclose } from '@niangjia/shared/joining/ruling';
import { Refusal } from '@niangjia/shared/refusal';
import { grantFor } from '@niangjia/shared/roles';
import { dataKeys } from '../dataKeys.ts';
import { staffHandler } from '../handler.ts';
import { recordDisclosure } from '../records.ts';
import { getApplication, partsOf } from './applications.ts';
import { rivalsOf } from './rivals.ts';
import { openPerson } from './sealing.ts';
import { caseView, elsewhereView } from './views.ts';

/** Opens one case, and those who claim the same number; each person shown unmasked is recorded first. */
export const discloseApplication = staffHandler(joining.discloseApplication, {
  subject: ({ id }) => getApplication(partsOf(id).person),
  handle: async ({ input, staff, subject, request, now }) => {
    const why = whyNotDisclose(subject, staff, partsOf(input.id).round);
    if (why) throw new Refusal(why);
    const rivals = await rivalsOf(subject);
    const isMine = (rival: Application) =>
      rival.id !== staff.id &&
      grantFor(staff, ['reviewer'], rival.org.path) !== undefined &&
      mayBeRead(rival);
    const mine = rivals.filter(isMine);
    await Promise.all(
      [subject, ...mine].map(({ id, org }) =>
        recordDisclosure(
          {
            person: id,
            org,
            by: staff.id,
            office: staff.office,
            role: 'reviewer',
            purpose: input.purpose,
            at: now,
          },
          request,
        ),
      ),
    );
    const keys = await dataKeys([subject.id, ...rivals.map(({ id }) => id)]);
    const opened = (applications: Application[]) =>
      applications.flatMap((application) => {
        const key = keys.get(application.id);
        return key ? [{ application, person: openPerson(key, application) }] : [];
      });
    const [first, ...others] = opened([subject, ...mine]);
    if (!first) throw new Refusal('NOT_FOUND');
    return {
      application: caseView(first.application, first.person, staff.id, now),
      rivals: others.map(({ application, person }) => caseView(application, person, staff.id, now)),
      elsewhere: opened(rivals.filter((rival) => !isMine(rival))).map(({ application, person }) =>
        elsewhereView(application, person),
      ),
    };
  },
});
