import { photoLimits } from '@niangjia/shared/photos/sending';
import { readRefusal } from './api/refused.ts';
import type { Pick, PickedPhoto } from './pickedPhoto.ts';

function chooseFiles(): Promise<readonly File[]> {
  return new Promise((answer) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = 'image/*';
    input.multiple = true;
    input.onchange = () => answer([...(input.files ?? [])]);
    input.oncancel = () => answer([]);
    input.click();
  });
}

/** The first that is small enough is sent. */
const QUALITIES = [0.82, 0.7, 0.55];

/** Draws a picture anew, upright and smaller: what the camera wrote beside it stays behind. */
async function made(file: File): Promise<PickedPhoto> {
  const unreadable = () => {
    throw readRefusal({ code: 'PHOTO_UNREADABLE' });
  };
  const picture = await createImageBitmap(file).catch(unreadable);
  const scale = Math.min(1, photoLimits.longSide / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const context = canvas.getContext('2d');
  if (!context) return unreadable();
  // What is transparent would turn black.
  context.fillStyle = '#FFFFFF';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  for (const quality of QUALITIES) {
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', quality));
    if (!blob) return unreadable();
    if (blob.size <= photoLimits.bytes)
      return { type: 'image/jpeg', bytes: await blob.arrayBuffer(), preview: URL.createObjectURL(blob) };
  }
  throw readRefusal({ code: 'PHOTO_TOO_LARGE' });
}

/** H5: files chosen at a desk, or photos of a phone. */
export async function pickPhotosOnWeb(most: number): Promise<readonly Pick[]> {
  const files = await chooseFiles();
  return files.slice(0, most).map((file) => () => made(file));
}
