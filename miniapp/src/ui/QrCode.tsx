import { Image } from '@tarojs/components';
import { useEffect, useMemo } from 'react';
import { qrPicture } from './qrPicture.ts';
import './QrCode.scss';

// In the development build for H5 only: other windows can scan what is shown here.
const demo = process.env.TARO_APP_DEMO ? () => import('../demo/shownCode.ts') : undefined;

/** A QR code of a text, `size` px wide. */
export function QrCode({ text, size, label }: { text: string; size: number; label: string }) {
  const picture = useMemo(() => qrPicture(text), [text]);
  useEffect(() => {
    const shown = demo?.().then(({ showCode }) => showCode(text));
    return () => void shown?.then((hide) => hide());
  }, [text]);
  const told = process.env.TARO_ENV === 'weapp' ? {} : { nativeProps: { alt: label } };
  return <Image className="qr" style={{ width: `${size}px`, height: `${size}px` }} src={picture} {...told} />;
}
