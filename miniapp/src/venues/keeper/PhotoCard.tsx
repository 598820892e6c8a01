import type { PhotoView } from '@niangjia/shared/photos/album';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Field } from '../../ui/Field.tsx';
import { Photo } from '../../ui/Photo.tsx';
import { photosTexts as texts } from './photos.text.ts';

/** One photo of the venue: what it shows in words, its place among the others, and taking it away. */
export function PhotoCard({
  photo,
  place,
  of,
  busy,
  onWords,
  onMove,
  onRemove,
}: {
  photo: PhotoView;
  /** From 1. */
  place: number;
  of: number;
  busy: boolean;
  onWords: (words: string) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}) {
  const [words, type] = useState(photo.words);
  const [sure, ask] = useState(false);
  const name = texts.picture(place, photo.words);
  const act = (text: string, onPress: () => void, kind: 'plain' | 'main' = 'plain') => (
    <Button small kind={kind} busy={busy} label={`${name} ${text}`} onPress={onPress}>
      {text}
    </Button>
  );
  return (
    <Card>
      <View className="kept-photo">
        <View className="kept-photo-picture">
          <Photo src={photo.url} words={name} />
        </View>
        <View className="kept-photo-about">
          <Field
            label={texts.words(place)}
            value={words}
            onType={type}
            onLeave={() => (words.trim() === photo.words ? undefined : onWords(words.trim()))}
            placeholder={texts.example}
            longest={40}
            confirm="done"
          />
          {sure ? (
            <View className="kept-acts">
              {act(texts.removeNow, onRemove, 'main')}
              {act(texts.keep, () => ask(false))}
            </View>
          ) : (
            <View className="kept-acts">
              {place > 1 ? act(texts.forward, () => onMove(-1)) : null}
              {place < of ? act(texts.back, () => onMove(1)) : null}
              {act(texts.remove, () => ask(true))}
            </View>
          )}
        </View>
      </View>
    </Card>
  );
}
