import type { PhotoView } from '@niangjia/shared/photos/album';
import { View } from '@tarojs/components';
import { Photo } from '../ui/Photo.tsx';
import { aboutTexts as texts } from './about.text.ts';
import './VenuePhotos.scss';

/** A venue's photos, to be swiped through on a phone; where there is room they stand beside each other. */
export function VenuePhotos({ photos }: { photos: readonly PhotoView[] }) {
  if (photos.length === 0) return null;
  return (
    <View className="venue-photos">
      {photos.map(({ id, url, words }, i) => (
        <View key={id} className={photos.length === 1 ? 'venue-photo venue-photo-only' : 'venue-photo'}>
          <Photo src={url} words={words || texts.photo(i + 1)} />
          {words ? <View className="small">{words}</View> : null}
        </View>
      ))}
    </View>
  );
}
