import { putFile } from './api/putFile.ts';
import { Refused, readRefusal } from './api/refused.ts';
import type { PickedPhoto } from './pickedPhoto.ts';

/** How a feature takes photos: an address for one, and what becomes of it when it is there. */
export interface PhotoWay {
  readonly open: (photo: { type: string; bytes: number }) => Promise<{
    readonly upload: string;
    readonly url: string;
    readonly until: number;
  }>;
  readonly add: (upload: string) => Promise<void>;
}

/** How far one photo has come; what it has reached is not done again. */
export interface PhotoOnItsWay {
  opened?: { readonly upload: string; readonly url: string; readonly until: number } | undefined;
  arrived?: boolean;
}

const isOf = (thrown: unknown, code: string) => thrown instanceof Refused && thrown.code === code;

/**
 * Sends a photo as far as it goes. Called again after a lost connection it goes on where it was: to the same
 * address while that is good, to a new one after. Throws Refused.
 */
export async function sendPhoto(
  photo: PickedPhoto,
  way: PhotoWay,
  come: PhotoOnItsWay,
  onSent: (part: number) => void,
): Promise<void> {
  const { type, bytes } = photo;
  for (let turn = 1; !come.arrived; turn++) {
    // A phone's clock may be wrong; the bucket's word decides.
    come.opened ??= await way.open({ type, bytes: bytes.byteLength });
    const end = await putFile(come.opened.url, type, bytes, onSent);
    if (end === 'there') come.arrived = true;
    else come.opened = undefined;
    if (end === 'over' && turn > 1) throw readRefusal({ code: 'PHOTO_NOT_ARRIVED' });
  }
  if (!come.opened) return;
  await way.add(come.opened.upload).catch((thrown: unknown) => {
    if (isOf(thrown, 'PHOTO_NOT_ARRIVED')) Object.assign(come, { arrived: false, opened: undefined });
    throw thrown;
  });
}
