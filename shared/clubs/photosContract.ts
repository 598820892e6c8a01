import * as v from 'valibot';
import { Count, code, Time, text } from '../bounds.ts';
import { endpoint } from '../contract.ts';
import { Id } from '../ids.ts';
import { Photos, PhotoWords } from '../photos/album.ts';

const Album = v.object({ photos: Photos });
const mine = ['REPORTED_ALREADY', 'ACTIVITY_NOT_HELD', 'REPORT_LATE'] as const;

/** The photos of a report, for the leader who writes it. */
export const clubPhotos = {
  openReportPhotoUpload: endpoint({
    route: 'POST /activities/{activity}/photo-uploads',
    summary: 'An address to which one photo of this type and length can be put for a while, for this report.',
    who: 'signedIn',
    repeat: 'safe',
    input: v.object({ activity: Id, type: text(60), bytes: Count }),
    output: v.object({ upload: Id, url: code(/^https?:\/\/\S+$/, 2000), until: Time }),
    refusals: [...mine, 'PHOTO_TYPE', 'PHOTO_TOO_LARGE', 'PHOTO_UNREADABLE', 'PHOTOS_FULL'],
  }),
  addReportPhoto: endpoint({
    route: 'POST /activities/{activity}/photos',
    summary: 'Adds a photo that was put to the report: its picture alone.',
    who: 'signedIn',
    repeat: 'natural',
    input: v.object({ activity: Id, upload: Id, words: PhotoWords }),
    output: Album,
    refusals: [
      ...mine,
      'PHOTO_TYPE',
      'PHOTO_TOO_LARGE',
      'PHOTO_UNREADABLE',
      'PHOTO_SIDES',
      'PHOTO_NOT_ARRIVED',
      'PHOTOS_FULL',
    ],
  }),
  removeReportPhoto: endpoint({
    route: 'DELETE /activities/{activity}/photos/{photo}',
    summary: 'Takes a photo of the report away, its file too.',
    who: 'signedIn',
    repeat: 'natural',
    input: v.object({ activity: Id, photo: Id }),
    output: Album,
    refusals: [...mine],
  }),
};
