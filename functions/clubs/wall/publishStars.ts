import { ranking, whyNotPublish } from '@niangjia/shared/clubs/stars';
import { wall } from '@niangjia/shared/clubs/wallContract';
import { Refusal } from '@niangjia/shared/refusal';
import { grantFor } from '@niangjia/shared/roles';
import { staffHandler } from '../../handler.ts';
import { clubsPolicy } from '../../policies.ts';
import { citySubject } from '../orgSubject.ts';
import { pointsOfQuarter } from './pointsOfQuarter.ts';
import { publishedOf, putPublished } from './publishedStars.ts';

/** Publishes a quarter's stars as they are worked out, once; the stream records it and tells their leaders. */
export const publishStars = staffHandler(wall.publishStars, {
  subject: citySubject,
  handle: async ({ input: { quarter }, subject: { org }, staff, now }) => {
    const before = await publishedOf(quarter);
    if (before?.by === staff.id) return { stars: before.stars };
    const why = whyNotPublish(quarter, before !== undefined, now);
    if (why) throw new Refusal(why);
    const [points, { stars: most }] = await Promise.all([
      pointsOfQuarter(quarter, org.path, 'now'),
      clubsPolicy(now),
    ]);
    const published = await putPublished({
      ...{ quarter, org: { id: org.id, path: org.path, name: org.name }, at: now, by: staff.id },
      authority: grantFor(staff, ['clubReviewer'], org.path)?.authority ?? '',
      stars: ranking(quarter, points).slice(0, most),
    });
    // Of two at once one publishes.
    if (published.by !== staff.id) throw new Refusal('STARS_PUBLISHED');
    return { stars: published.stars };
  },
});
