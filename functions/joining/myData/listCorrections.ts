import { fieldsOf } from '@niangjia/shared/joining/identityCorrection';
import { myData } from '@niangjia/shared/joining/myDataContract';
import { maskName } from '@niangjia/shared/masking';
import { fromCursor, toCursor } from '../../cursor.ts';
import { dataKeys } from '../../dataKeys.ts';
import { staffHandler } from '../../handler.ts';
import { peekApplications } from '../applications.ts';
import { correctionQueue } from '../corrections.ts';
import { queueSubject } from '../queueSubject.ts';
import { openPerson } from '../sealing.ts';

/** The requests that wait at a union. There are few, so each row's name is opened and masked as it is shown. */
export const listCorrections = staffHandler(myData.listCorrections, {
  subject: queueSubject,
  handle: async ({ input: { cursor }, subject: { org } }) => {
    const list = `corrections ${org.id}`;
    const { corrections, last } = await correctionQueue(org.id, await fromCursor(list, cursor));
    const people = corrections.map(({ id }) => id);
    const [applications, keys] = await Promise.all([peekApplications(people), dataKeys(people)]);
    const rows = corrections.flatMap((correction) => {
      const { id, number, requestedAt } = correction;
      const application = applications.find((one) => one.id === id);
      const key = keys.get(id);
      if (!application || !key) return [];
      const name = maskName(openPerson(key, application).name);
      return { id: `${id}.${number}`, name, fields: fieldsOf(correction), requestedAt };
    });
    return { corrections: rows, cursor: await toCursor(list, last) };
  },
});
