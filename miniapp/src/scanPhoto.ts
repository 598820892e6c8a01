import jsQR from 'jsqr';

const LONGEST_SIDE = 1200;

function choosePhoto(): Promise<File | undefined> {
  return new Promise((answer) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = 'image/*';
    // On a phone this opens the camera; at a desk it offers a file.
    input.setAttribute('capture', 'environment');
    input.onchange = () => answer(input.files?.[0]);
    input.oncancel = () => answer(undefined);
    input.click();
  });
}

/** H5: the text of a QR code on a photo taken or chosen now. '' when none is found, undefined when none was taken. */
export async function scanPhoto(): Promise<string | undefined> {
  const photo = await choosePhoto();
  if (!photo) return undefined;
  const picture = await createImageBitmap(photo);
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  const context = canvas.getContext('2d');
  if (!context) return '';
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
  return jsQR(data, width, height)?.data ?? '';
}
