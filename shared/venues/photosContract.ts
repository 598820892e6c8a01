import * as v from 'valibot';
import { Count, code, list, Time, text } from '../bounds.ts';
import { endpoint } from '../contract.ts';
import { Id } from '../ids.ts';
import { ALBUM, Photos, PhotoWords } from '../photos/album.ts';

const who = { staff: ['venueKeeper'] } as const;
const Album = v.object({ photos: Photos });

/** The photos of a venue, for its keepers. Everybody sees them on the venue's page. */
export const venuePhotos = {
  listVenuePhotos: endpoint({
    route: 'GET /kept-venues/{venue}/photos',
    summary: "A venue's photos as they are now, in their order.",
    who,
    repeat: 'safe',
    input: v.object({ venue: Id }),
    output: Album,
    refusals: [],
  }),
  openVenuePhotoUpload: endpoint({
    route: 'POST /kept-venues/{venue}/photo-uploads',
    summary:
      'An address to which one photo of this type and length can be put for a while, for this venue by the caller.',
    who,
    repeat: 'safe',
    input: v.object({ venue: Id, type: text(60), bytes: Count }),
    output: v.object({
      upload: Id,
      /** Where it is put, with the content type it was announced with. */
      url: code(/^https?:\/\/\S+$/, 2000),
      until: Time,
    }),
    refusals: ['PHOTO_TYPE', 'PHOTO_TOO_LARGE', 'PHOTO_UNREADABLE', 'PHOTOS_FULL'],
  }),
  addVenuePhoto: endpoint({
    route: 'POST /kept-venues/{venue}/photos',
    summary:
      'Shows a photo that was put: its picture alone, without what a camera or a phone wrote beside it.',
    who,
    repeat: 'natural',
    input: v.object({ venue: Id, upload: Id, words: PhotoWords }),
    output: Album,
    refusals: [
      'PHOTO_TYPE',
      'PHOTO_TOO_LARGE',
      'PHOTO_UNREADABLE',
      'PHOTO_SIDES',
      'PHOTO_NOT_ARRIVED',
      'PHOTOS_FULL',
    ],
  }),
  arrangeVenuePhotos: endpoint({
    route: 'PUT /kept-venues/{venue}/photos',
    summary: 'Puts the photos in an order, each with its words; one that is not named comes behind.',
    who,
    repeat: 'natural',
    input: v.object({ venue: Id, photos: list(v.object({ id: Id, words: PhotoWords }), ALBUM) }),
    output: Album,
    refusals: [],
  }),
  removeVenuePhoto: endpoint({
    route: 'DELETE /kept-venues/{venue}/photos/{photo}',
    summary: 'Takes a photo away, its file too.',
    who,
    repeat: 'natural',
    input: v.object({ venue: Id, photo: Id }),
    output: Album,
    refusals: [],
  }),
};
