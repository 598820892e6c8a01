import Taro from '@tarojs/taro';

/** Writes a data URI to a file of this mini-program, since WeChat previews and saves files only; gives its path. */
function toFile(picture: string): string {
  const path = `${Taro.env.USER_DATA_PATH}/poster.png`;
  const data = picture.slice(picture.indexOf(',') + 1);
  Taro.getFileSystemManager().writeFileSync(path, data, 'base64');
  return path;
}

/** Shows the picture alone and large; a long press forwards it. In WeChat only. */
export async function previewPicture(picture: string): Promise<void> {
  await Taro.previewImage({ urls: [toFile(picture)] });
}

/** Saves the picture among the phone's photos; says whether it worked. In WeChat only. */
export async function savePicture(picture: string): Promise<boolean> {
  return Taro.saveImageToPhotosAlbum({ filePath: toFile(picture) }).then(
    () => true,
    () => false,
  );
}
