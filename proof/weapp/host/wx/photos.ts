import { asking } from './asked.ts';
import { agreed, hand } from './people.ts';

/** The phone's photos and the files made of them; a file's path is an address that this browser shows it from. */

const files = new Map<string, Blob>();

function kept(file: Blob): string {
  const path = URL.createObjectURL(file);
  files.set(path, file);
  return path;
}

function at(path: string): Blob {
  const file = files.get(path);
  if (!file) throw new Error('file not found');
  return file;
}

async function smaller(picture: ImageBitmap, quality: number, width: number, height: number): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, width, height);
  return canvas.convertToBlob({ type: 'image/jpeg', quality: quality / 100 });
}

interface Compressing {
  src: string;
  quality?: number;
  compressedWidth?: number;
  compressedHeight?: number;
}

export const photos = {
  chooseMedia: asking('chooseMedia', ({ count = 9 }: { count?: number }) =>
    agreed('chooseMedia', async () => {
      const chosen = hand.photos.splice(0, count);
      if (chosen.length === 0) throw new Error('cancel');
      const blobs = await Promise.all(chosen.map(async (address) => (await fetch(address)).blob()));
      const tempFiles = blobs.map((file) => ({
        tempFilePath: kept(file),
        size: file.size,
        fileType: 'image',
      }));
      return { type: 'image', tempFiles };
    }),
  ),
  getImageInfo: asking('getImageInfo', async ({ src }: { src: string }) => {
    const { width, height } = await createImageBitmap(at(src));
    return { width, height, path: src, orientation: 'up', type: at(src).type.slice('image/'.length) };
  }),
  compressImage: asking(
    'compressImage',
    async ({ src, quality = 80, compressedWidth, compressedHeight }: Compressing) => {
      const picture = await createImageBitmap(at(src));
      const scale = compressedWidth
        ? compressedWidth / picture.width
        : compressedHeight
          ? compressedHeight / picture.height
          : 1;
      const [width, height] = [picture.width * scale, picture.height * scale].map(Math.round);
      return { tempFilePath: kept(await smaller(picture, quality, width ?? 1, height ?? 1)) };
    },
  ),
};

/** The part of the file system that reads such a file. */
export const readFile = asking('readFile', async ({ filePath }: { filePath: string }) => ({
  data: await at(filePath).arrayBuffer(),
}));
