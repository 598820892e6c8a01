import { Refusal } from '@niangjia/shared/refusal';
import { settleAppeal as settled } from '@niangjia/shared/venues/appeal';
import { keeping } from '@niangjia/shared/venues/keeperContract';
import { getAppeal, putSettled } from '../../appeals.ts';
import { staffHandler } from '../../handler.ts';
import { venueSubject, wordOf } from './kept.ts';

/** A keeper's word on an appeal, once; the stream lifts the no-show and tells the person. */
export const settleAppeal = staffHandler(keeping.settleAppeal, {
  subject: venueSubject,
  handle: async ({ input, subject: venue, staff, now }) => {
    const { id, lifted } = input;
    const [person = '', noShow = ''] = id.split('.');
    const appeal = await getAppeal(person, noShow);
    if (!appeal || appeal.venue !== venue.id) throw new Refusal('NOT_FOUND');
    const word = wordOf(venue, staff, now);
    const after = settled(appeal, lifted, word);
    // Whoever was first in the meantime is judged like one who was there before.
    if (after !== appeal) settled(await putSettled(after), lifted, word);
    return { id, lifted };
  },
});
