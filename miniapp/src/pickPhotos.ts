import type { PhotoType } from '@niangjia/shared/photos/sending';
import { photoLimits } from '@niangjia/shared/photos/sending';
import Taro from '@tarojs/taro';
import { readRefusal } from './api/refused.ts';
import type { Pick, PickedPhoto } from './pickedPhoto.ts';

// A canvas is for browsers; it stays out of the mini-program.
const onWeb = process.env.TARO_ENV === 'weapp' ? undefined : () => import('./pickPhotosOnWeb.ts');

/** Lets somebody choose up to so many photos; none when they would rather not. Each Pick throws Refused. */
export async function pickPhotos(most: number): Promise<readonly Pick[]> {
  if (onWeb) return (await onWeb()).pickPhotosOnWeb(most);
  const chosen = await Taro.chooseMedia({
    count: most,
    mediaType: ['image'],
    sourceType: ['album', 'camera'],
    sizeType: ['compressed'],
  }).catch(() => undefined);
  return (chosen?.tempFiles ?? []).map(
    ({ tempFilePath }) =>
      () =>
        made(tempFilePath),
  );
}

/** WeChat draws the picture anew, upright and smaller, and writes nothing of where it was taken. */
async function made(path: string): Promise<PickedPhoto> {
  const unreadable = () => {
    throw readRefusal({ code: 'PHOTO_UNREADABLE' });
  };
  const { width, height } = await Taro.getImageInfo({ src: path }).catch(unreadable);
  const { longSide } = photoLimits;
  const side =
    width >= height
      ? { compressedWidth: Math.min(width, longSide) }
      : { compressedHeight: Math.min(height, longSide) };
  const { tempFilePath } = await Taro.compressImage({ src: path, quality: 80, ...side }).catch(unreadable);
  const bytes = await readFile(tempFilePath).catch(unreadable);
  return { type: typeOf(bytes), bytes, preview: tempFilePath };
}

const readFile = (filePath: string) =>
  new Promise<ArrayBuffer>((resolve, reject) => {
    Taro.getFileSystemManager().readFile({
      filePath,
      success: ({ data }) => resolve(data as ArrayBuffer),
      fail: reject,
    });
  });

/** By its first byte: not every phone makes a JPEG of everything. */
function typeOf(bytes: ArrayBuffer): PhotoType {
  const [first] = new Uint8Array(bytes, 0, 1);
  return first === 0x89 ? 'image/png' : first === 0x52 ? 'image/webp' : 'image/jpeg';
}
