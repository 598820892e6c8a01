import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { castVenues } from '@niangjia/shared/castVenues';
import { clean } from '@niangjia/shared/photos/photo';
import type { Instant } from '@niangjia/shared/time';
import { personOf } from '../functions/accounts.ts';
import { changeVenue, getVenue } from '../functions/booking/venues.ts';
import { putObject } from '../functions/bucket.ts';
import { newId } from '../functions/secrets.ts';
import { shownKey } from '../functions/shownPhotos.ts';
import { openidOf } from './wechatCodes.ts';

/** Pictures of the cast's venues, drawn for the demo. */

const pictures: Readonly<Record<keyof typeof castVenues, readonly [file: string, words: string][]>> = {
  xinjiekouHome: [
    ['tables', '二层大厅，三张乒乓球台'],
    ['reading', '阅览室，十二个座位'],
    ['meeting', '会议室，能坐二十人'],
  ],
  xichengPalace: [
    ['piano', '琴房 1，立式钢琴'],
    ['dance', '舞蹈室，有镜子和把杆'],
  ],
  zhongguancunHome: [
    ['rest', '骑手休息室，微波炉、饮水机和药箱'],
    ['pool', '台球桌'],
  ],
};

/** Shows each venue's pictures where it never had any; one whose photos somebody took away stays without. */
export async function loadPhotos(now: Instant): Promise<void> {
  const by = await personOf(openidOf('tianyu'));
  for (const [name, files] of Object.entries(pictures)) {
    const venue = await getVenue(castVenues[name as keyof typeof castVenues].id);
    if (!venue || venue.photos) continue;
    const photos = files.map(([file, words]) => {
      const { bytes, ...picture } = clean(
        'image/jpeg',
        readFileSync(join(import.meta.dirname, 'pictures', `${file}.jpg`)),
      );
      return { bytes, photo: { id: newId(), ...picture, words, by, at: now } };
    });
    for (const { bytes, photo } of photos) await putObject(shownKey(photo), photo.type, bytes);
    await changeVenue(venue, (current) => ({ ...current, photos: photos.map(({ photo }) => photo) }));
  }
}
