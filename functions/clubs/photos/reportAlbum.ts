import type { Activity } from '@niangjia/shared/clubs/activity';
import { whyNotPhoto } from '@niangjia/shared/clubs/holding';
import { type Post, whyNotEdit } from '@niangjia/shared/clubs/post';
import type { Album } from '@niangjia/shared/photos/album';
import { Refusal, type RefusalCode } from '@niangjia/shared/refusal';
import type { Instant } from '@niangjia/shared/time';
import type { Sender } from '../../photoUploads.ts';
import { clubsPolicy } from '../../policies.ts';
import { photoView } from '../../shownPhotos.ts';
import { ledActivity } from '../led.ts';
import { changePost, getPost, putPost } from '../posts.ts';

/** The photos of a report: they are on its post, which begins with the first of them. */

/** A report that is being written: the activity, what there is of the post, and why its photos can't be changed. */
export interface Draft {
  readonly activity: Activity;
  readonly post: Post | undefined;
  readonly whyNot: RefusalCode | undefined;
}

export const albumOf = (post: Post | undefined): Album => post?.photos ?? [];

/** The photos as they are shown. */
export const albumView = (post: Post | undefined) => ({ photos: albumOf(post).map(photoView) });

/** The club's leader, who sends a photo for a report. */
export const senderOf = ({ id }: Activity, caller: string): Sender => ({ caller, purpose: `report ${id}` });

/** The report of an activity of the club that the caller leads. */
export async function draftOf(id: string, caller: string, now: Instant): Promise<Draft> {
  const [{ activity }, post, policy] = await Promise.all([
    ledActivity(id, caller),
    getPost(id),
    clubsPolicy(now),
  ]);
  const whyNot = (post && whyNotEdit(post)) ?? whyNotPhoto(activity, policy, now);
  return { activity, post, whyNot };
}

/** A post of which nothing is there yet. */
const begun = ({ id, club, org, leader, title, start, place }: Activity): Post => ({
  ...{ id, version: 1, club, org, leader, title, start, place },
  ...{ words: '', photos: [], state: 'draft', likes: 0, comments: 0 },
});

/** Writes what becomes of the photos, while the report is not handed in. */
export async function changeAlbum({ activity, post }: Draft, next: (album: Album) => Album): Promise<Post> {
  const seen = post ?? (await putPost(begun(activity)));
  return changePost(seen, (current) => {
    const album = next(current.photos);
    if (album === current.photos) return current;
    const why = whyNotEdit(current);
    if (why) throw new Refusal(why);
    return { ...current, photos: [...album], version: current.version + 1 };
  });
}
