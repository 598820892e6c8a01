import { tellingJpeg } from '@niangjia/shared/photos/dirtied';
import { jpegSpecimen, pngSpecimen } from '@niangjia/shared/photos/specimens';
import { MINUTE } from '@niangjia/shared/time';
import { sentPhoto } from '../photos.ts';
import { openedVenue } from '../venues/house.ts';
import { staffActor } from '../world.ts';
import type { Scenario } from './stage.ts';

/** The situations of a venue's photos. The bucket's clock goes on, so a signature of tomorrow is none today. */

const good = 10 * MINUTE;

/** A venue with so many photos, and its keeper. */
async function withPhotos(count: number) {
  const [keeper, { id: venue }] = [await staffActor('tianyu'), await openedVenue(1)];
  const photos: { id: string; words: string }[] = [];
  for (let i = 0; i < count; i++) {
    const upload = await sentPhoto(keeper, venue, jpegSpecimen);
    const { body } = await keeper.call('addVenuePhoto', { venue, upload, words: `球台 ${i}` });
    photos.splice(0, photos.length, ...body.photos);
  }
  return { keeper, venue, photos };
}

export const photoScenarios = {
  addVenuePhoto: [
    {
      title: 'the first',
      good,
      prepare: async () => {
        const { keeper, venue } = await withPhotos(0);
        const upload = await sentPhoto(keeper, venue, tellingJpeg('N39.9421'));
        return () => keeper.call('addVenuePhoto', { venue, upload, words: '一层的球台' });
      },
    },
    {
      title: 'beside others',
      good,
      prepare: async () => {
        const { keeper, venue } = await withPhotos(1);
        const upload = await sentPhoto(keeper, venue, pngSpecimen, 'image/png');
        return () => keeper.call('addVenuePhoto', { venue, upload, words: '阅览室' });
      },
    },
  ],
  arrangeVenuePhotos: [
    {
      title: 'the other way round',
      prepare: async () => {
        const { keeper, venue, photos } = await withPhotos(2);
        const turned = photos.map(({ id, words }) => ({ id, words: `${words}！` })).reverse();
        return () => keeper.call('arrangeVenuePhotos', { venue, photos: turned });
      },
    },
  ],
  removeVenuePhoto: [
    {
      title: 'one of two',
      good,
      prepare: async () => {
        const { keeper, venue, photos } = await withPhotos(2);
        return () => keeper.call('removeVenuePhoto', { venue, photo: photos[0]?.id ?? '' });
      },
    },
  ],
} satisfies Record<string, readonly Scenario[]>;
