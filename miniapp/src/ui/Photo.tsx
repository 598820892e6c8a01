import { Image, View } from '@tarojs/components';
import './Photo.scss';

/** A photo in a frame of three by two; `words` say what it shows, for who can't see it. */
export function Photo({ src, words }: { src: string; words: string }) {
  const told =
    process.env.TARO_ENV === 'weapp'
      ? { ariaLabel: words }
      : { nativeProps: { alt: words, loading: 'lazy' } };
  return (
    <View className="photo">
      <Image className="photo-picture" mode="aspectFill" src={src} {...told} />
    </View>
  );
}
