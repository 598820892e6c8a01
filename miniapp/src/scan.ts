import Taro from '@tarojs/taro';

// The decoder is for browsers only and stays out of the mini-program.
const photo = process.env.TARO_ENV === 'weapp' ? undefined : () => import('./scanPhoto.ts');
// In the development build for H5 only; left out of every other build.
const demo = process.env.TARO_APP_DEMO ? () => import('./demo/shownCode.ts') : undefined;

/** The text of a QR code held before the camera; '' when it could not be read, undefined when given up. */
export async function scan(): Promise<string | undefined> {
  const shown = demo && (await demo()).shownCode();
  if (shown) return shown;
  if (photo) return (await photo()).scanPhoto();
  return Taro.scanCode({ scanType: ['qrCode'] }).then(
    ({ result }) => result,
    () => undefined,
  );
}
