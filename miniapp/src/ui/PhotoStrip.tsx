import type { PhotoView } from '@niangjia/shared/photos/album';
import { View } from '@tarojs/components';
import { Photo } from './Photo.tsx';
import { uiTexts } from './ui.text.ts';
import './PhotoStrip.scss';

/** Photos to be swiped through on a phone; where there is room they stand beside each other. */
export function PhotoStrip({ photos }: { photos: readonly PhotoView[] }) {
  if (photos.length === 0) return null;
  return (
    <View className="photos">
      {photos.map(({ id, url, words }, i) => (
        <View key={id} className={photos.length === 1 ? 'photos-one photos-only' : 'photos-one'}>
          <Photo src={url} words={words || uiTexts.photo(i + 1)} />
          {words ? <View className="small">{words}</View> : null}
        </View>
      ))}
    </View>
  );
}
