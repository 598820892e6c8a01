import { Image } from '@tarojs/components';
import { useMemo } from 'react';
import { qrPicture } from './qrPicture.ts';
import './QrCode.scss';

/** A QR code of a text, `size` px wide. */
export function QrCode({ text, size, label }: { text: string; size: number; label: string }) {
  const picture = useMemo(() => qrPicture(text), [text]);
  const told = process.env.TARO_ENV === 'weapp' ? {} : { nativeProps: { alt: label } };
  return <Image className="qr" style={{ width: `${size}px`, height: `${size}px` }} src={picture} {...told} />;
}
